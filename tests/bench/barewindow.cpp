// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The least that a Qt program with a window can be: what Aura's start is held against. Prints what
// it had cost, in ms of CPU, when its window had been painted, and ends. With an argument the
// window shows a word, which loads a font.
#include <QApplication>
#include <QPainter>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>

namespace {

class Window : public QWidget
{
public:
    explicit Window(bool showsText)
        : m_showsText(showsText)
    {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_showsText)
            QPainter(this).drawText(rect(), Qt::AlignCenter, QStringLiteral("Aura"));
        QTimer::singleShot(0, this, [] {
            std::printf("%f\n", 1000.0 * double(std::clock()) / CLOCKS_PER_SEC);
            QCoreApplication::quit();
        });
    }

private:
    bool m_showsText;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Window window(argc > 1);
    window.resize(800, 600);
    window.show();
    return QApplication::exec();
}

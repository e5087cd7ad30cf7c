// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/excerptmimedata.h"

#include <QThreadPool>

#include <array>
#include <atomic>
#include <mutex>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Aura {

namespace {

constexpr qsizetype aheadFrom = 200'000; // characters: above, a paste would be felt

enum Form { Plain, Html, Markdown, FormCount };

QString write(const MessageExcerpt &excerpt, Form form)
{
    switch (form) {
    case Html: return htmlOf(excerpt);
    case Markdown: return markdownOf(excerpt);
    default: return plainTextOf(excerpt);
    }
}

std::optional<Form> formOf(const QString &format)
{
    if (format.startsWith("text/plain"_L1))
        return Plain;
    if (format.startsWith("text/html"_L1))
        return Html;
    if (format.startsWith("text/markdown"_L1))
        return Markdown;
    return std::nullopt;
}

} // namespace

//! What the main thread and the one that writes ahead share. A form is written once, by whoever
//! comes first; the other waits.
struct ExcerptMimeData::Texts
{
    QList<MessageExcerpt> excerpts{};
    CopyAs as = CopyAs::Everything;
    std::atomic<bool> dropped = false;
    std::array<std::once_flag, FormCount> once{};
    std::array<QString, FormCount> texts{};

    const QString &text(Form form)
    {
        std::call_once(once[form], [this, form] {
            QStringList parts;
            parts.reserve(excerpts.size());
            for (const MessageExcerpt &excerpt : std::as_const(excerpts)) {
                if (dropped)
                    return;
                parts.append(write(excerpt, form));
            }
            texts[form] = form == Html ? u"<html><head><meta charset=\"utf-8\"></head><body>"_s
                    + parts.join(u'\n') + u"</body></html>"_s
                                       : parts.join(u"\n\n"_s);
        });
        return texts[form];
    }

    bool has(Form form) const
    {
        return as == CopyAs::Everything || form == Plain
            || (as == CopyAs::Markdown && form == Markdown);
    }
};

ExcerptMimeData::ExcerptMimeData(QList<MessageExcerpt> excerpts, CopyAs as)
    : m_texts(std::make_shared<Texts>())
{
    // Code goes as code alone: a shell or an editor gets what stands there and nothing else.
    if (excerpts.size() == 1 && as != CopyAs::Markdown) {
        if (const std::optional<QString> code = codeOf(excerpts.first())) {
            std::call_once(m_texts->once[Plain], [this, &code] { m_texts->texts[Plain] = *code; });
            as = CopyAs::PlainText;
        }
    }
    m_texts->excerpts = std::move(excerpts);
    m_texts->as = as;
    const qsizetype size = std::accumulate(
        m_texts->excerpts.cbegin(), m_texts->excerpts.cend(), qsizetype(0),
        [](qsizetype sum, const MessageExcerpt &excerpt) { return sum + excerpt.text.size(); });
    if (size < aheadFrom)
        return;
    QThreadPool::globalInstance()->start([texts = m_texts] {
        for (const Form form : {Plain, Html, Markdown}) {
            if (texts->has(form))
                texts->text(form);
        }
    });
}

ExcerptMimeData::~ExcerptMimeData()
{
    m_texts->dropped = true;
}

QStringList ExcerptMimeData::formats() const
{
    QStringList formats{u"text/plain"_s};
    if (m_texts->has(Html))
        formats << u"text/html"_s;
    if (m_texts->has(Markdown))
        formats << u"text/markdown"_s;
    return formats;
}

bool ExcerptMimeData::hasFormat(const QString &format) const
{
    return formats().contains(format);
}

QVariant ExcerptMimeData::retrieveData(const QString &format, QMetaType) const
{
    const std::optional<Form> form = formOf(format);
    if (!form || !m_texts->has(*form))
        return {};
    const QString &text = m_texts->text(m_texts->as == CopyAs::Markdown ? Markdown : *form);
    if (*form == Markdown)
        return text.toUtf8();
    return text;
}

} // namespace Aura

// SPDX-FileCopyrightText: 2026 The Aura authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/richtextbuilder.h"

#include "markdown/entities.h"
#include "markdown/mathtext.h"
#include "markdown/visibletext.h"

using namespace Qt::StringLiterals;

namespace Aura {

//! Noncharacters in the source would be taken for masks. U+FDD0 to U+FDEF are EF B7 90 to EF B7 AF.
static constexpr char16_t guardCharacter = 0xfdd1;

static QByteArray withoutNoncharacters(QByteArrayView text)
{
    QByteArray bytes = text.toByteArray();
    for (qsizetype i = bytes.indexOf('\xef'); i >= 0; i = bytes.indexOf('\xef', i + 1)) {
        const bool isOne = i + 2 < bytes.size() && bytes[i + 1] == '\xb7'
            && uchar(bytes[i + 2]) >= 0x90 && uchar(bytes[i + 2]) <= 0xaf;
        if (isOne)
            bytes.replace(i, 3, "\xef\xbf\xbd");
    }
    return bytes;
}

MaskedText::MaskedText(QByteArrayView text, bool math)
{
    const QByteArray clean = withoutNoncharacters(text);
    const QList<MathSpan> spans = math ? findMath(clean) : QList<MathSpan>();
    qsizetype done = 0;
    for (const MathSpan &span : spans) {
        if (m_formulas.size() > 0xffff)
            break;
        m_bytes.append(QByteArrayView(clean).sliced(done, span.begin - done));
        QString mask = QString(QChar(maskBegin));
        for (int shift = 12; shift >= 0; shift -= 4)
            mask += QChar(char16_t(firstDigit + (m_formulas.size() >> shift & 15)));
        m_bytes += mask.toUtf8();
        const QString tex =
            QString::fromUtf8(clean.sliced(span.texBegin, span.texEnd - span.texBegin));
        m_formulas.append({QString::fromUtf8(clean.sliced(span.begin, span.end - span.begin)),
                           mathInUnicode(tex)});
        done = span.end;
    }
    m_bytes.append(QByteArrayView(clean).sliced(done));
}

const MaskedText::Formula *MaskedText::formulaAt(QStringView text) const
{
    if (text.size() < maskLength || text[0].unicode() != maskBegin)
        return nullptr;
    qsizetype index = 0;
    for (int i = 1; i < maskLength; ++i)
        index = index * 16 + (text[i].unicode() - firstDigit);
    return index >= 0 && index < m_formulas.size() ? &m_formulas[index] : nullptr;
}

QString MaskedText::unmasked(const QString &text) const
{
    QString result = text;
    result.remove(QChar(guardCharacter));
    for (qsizetype i = result.indexOf(QChar(maskBegin)); i >= 0;
         i = result.indexOf(QChar(maskBegin), i + 1)) {
        if (const Formula *formula = formulaAt(QStringView(result).sliced(i)))
            result.replace(i, maskLength, formula->source);
    }
    return result;
}

void RichTextBuilder::enterSpan(MD_SPANTYPE type, void *detail)
{
    switch (type) {
    case MD_SPAN_STRONG: ++m_depth[0]; break;
    case MD_SPAN_EM: ++m_depth[1]; break;
    case MD_SPAN_DEL: ++m_depth[2]; break;
    case MD_SPAN_CODE: ++m_depth[3]; break;
    case MD_SPAN_A:
        m_links.append(openableAddress(attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href)));
        break;
    case MD_SPAN_IMG: {
        const QString address =
            openableAddress(attribute(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src));
        if (m_images.isEmpty())
            m_imageBegin = m_result.text.size();
        m_images.append(addressHost(address).isEmpty() ? QString() : address);
        break;
    }
    default: break;
    }
}

void RichTextBuilder::leaveSpan(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_STRONG: --m_depth[0]; break;
    case MD_SPAN_EM: --m_depth[1]; break;
    case MD_SPAN_DEL: --m_depth[2]; break;
    case MD_SPAN_CODE: --m_depth[3]; break;
    case MD_SPAN_A: m_links.removeLast(); break;
    case MD_SPAN_IMG: leaveImage(); break;
    default: break;
    }
}

void RichTextBuilder::leaveImage()
{
    if (m_images.size() == 1 && m_result.text.size() == m_imageBegin)
        addPiece(QString(QChar(QChar::ObjectReplacementCharacter)));
    m_images.removeLast();
}

void RichTextBuilder::addText(MD_TEXTTYPE type, QByteArrayView text)
{
    switch (type) {
    case MD_TEXT_NULLCHAR: addPiece(QString(QChar(u'\0'))); break;
    case MD_TEXT_BR: addPiece(QString(QChar(hardBreak))); break;
    case MD_TEXT_SOFTBR: addPiece(u"\n"_s); break;
    case MD_TEXT_ENTITY: addPiece(decodedEntity(text)); break;
    case MD_TEXT_CODE: addPiece(codeText(text)); break;
    case MD_TEXT_HTML: addPiece(m_source.unmasked(QString::fromUtf8(text))); break;
    default: addUnmasked(QString::fromUtf8(text)); break;
    }
}

QString RichTextBuilder::codeText(QByteArrayView text) const
{
    QString code = m_source.unmasked(QString::fromUtf8(text));
    return m_place == Place::TableCell ? code.replace("\\|"_L1, "|"_L1) : code;
}

void RichTextBuilder::addUnmasked(const QString &text)
{
    QString piece = text;
    piece.remove(QChar(guardCharacter));
    qsizetype done = 0;
    for (qsizetype i = piece.indexOf(QChar(MaskedText::maskBegin)); i >= 0;
         i = piece.indexOf(QChar(MaskedText::maskBegin), i + 1)) {
        const MaskedText::Formula *formula = m_source.formulaAt(QStringView(piece).sliced(i));
        if (!formula)
            continue;
        addPiece(piece.sliced(done, i - done));
        const bool isSet = !formula->unicode.isEmpty();
        addPiece(isSet ? formula->unicode : formula->source,
                 isSet ? TextStyle::Math : TextStyle::MathSource);
        done = i + MaskedText::maskLength;
    }
    addPiece(done == 0 ? piece : piece.sliced(done));
}

void RichTextBuilder::addPiece(const QString &piece, TextStyles more)
{
    if (piece.isEmpty())
        return;
    TextRun run{.offset = m_result.text.size(), .length = piece.size(), .styles = more};
    static constexpr TextStyle styles[] = {TextStyle::Bold, TextStyle::Italic, TextStyle::Strike,
                                           TextStyle::Code};
    for (int i = 0; i < 4; ++i)
        run.styles.setFlag(styles[i], m_depth[i] > 0);
    if (!m_links.isEmpty())
        run.link = m_links.last();
    if (!m_images.isEmpty())
        run.image = m_images.first();
    run.styles.setFlag(TextStyle::Link, !run.link.isEmpty());
    run.styles.setFlag(TextStyle::Image, !run.image.isEmpty());
    m_result.text += piece;
    if (!run.styles)
        return;
    TextRun *last = m_result.runs.isEmpty() ? nullptr : &m_result.runs.last();
    const bool goesOn = last && last->offset + last->length == run.offset
        && last->styles == run.styles && last->link == run.link && last->image == run.image
        && !(run.styles & (TextStyle::Math | TextStyle::MathSource));
    if (goesOn)
        last->length += run.length;
    else
        m_result.runs.append(run);
}

QString RichTextBuilder::attribute(const MD_ATTRIBUTE &attribute) const
{
    QString value;
    for (int i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        const QByteArrayView part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        if (attribute.substr_types[i] == MD_TEXT_ENTITY)
            value += decodedEntity(part);
        else if (attribute.substr_types[i] == MD_TEXT_NULLCHAR)
            value += QChar(QChar::ReplacementCharacter);
        else
            value += QString::fromUtf8(part);
    }
    return m_source.unmasked(value);
}

RichText RichTextBuilder::take()
{
    return makeVisible(std::exchange(m_result, {}));
}

} // namespace Aura

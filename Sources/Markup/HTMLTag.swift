/// The names of elements that dragoman knows, numbered as in the C shim's table.
package enum HTMLTag: UInt8, Sendable, CaseIterable {
  case other, a, abbr, address, area, article, aside, audio, b, base, big, blockquote, body, br,
    button, canvas, caption, center, cite, code, dd, del, details, dialog, div, dl, dt, em,
    embed, fieldset, figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5,
    h6, head, header, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main,
    map, menu, meta, nav, noscript, object, ol, option, p, pre, q, rp, rt, ruby, s, samp, script,
    section, select, small, span, strike, strong, style, sub, summary, sup, svg, table, tbody,
    td, template, textarea, tfoot, th, thead, time, title, tr, tt, u, ul, `var`, video, wbr

  /// The name as it is written in HTML; `span` for an unknown one.
  package var name: String { self == .other ? "span" : String(describing: self) }
}

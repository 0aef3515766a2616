/// The names of elements that dragoman knows.
@usableFromInline
package enum HTMLTag: UInt8, Sendable, CaseIterable {
  case other, a, abbr, address, applet, area, article, aside, audio, b, base, basefont, bgsound,
    big,
    blockquote, body, br, button, canvas, caption, center, cite, code, col, colgroup, dd, del,
    details, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form,
    frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img,
    input, ins, kbd, keygen, label, legend, li, link, listing, main, map, marquee, math, menu, meta,
    nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option, p, param, picture,
    plaintext, pre, q, rb, rp, rt, rtc, ruby, s, samp, script, search, section, select, small,
    source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td, template,
    textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr, xmp

  /// The name as it is written in HTML; `span` for an unknown one.
  package var name: String { self == .other ? "span" : String(describing: self) }
}

extension HTMLTag {
  /// What the rules of tree construction ask of an element (HTML, sections 13.2.4 and 13.2.6).
  struct Traits: OptionSet {
    let rawValue: UInt16

    /// No end tag of an inline element reaches beyond it.
    static let special = Traits(rawValue: 1 << 0)
    /// Opens again in the next block when it was not closed.
    static let formatting = Traits(rawValue: 1 << 1)
    /// Has no content.
    static let void = Traits(rawValue: 1 << 2)
    /// Its start tag ends an open paragraph.
    static let block = Traits(rawValue: 1 << 3)
    /// An end tag inside it closes nothing outside it.
    static let scope = Traits(rawValue: 1 << 4)
    /// Its end tag may be left out before that of the element around it.
    static let impliedEnd = Traits(rawValue: 1 << 5)
    /// Stands in the head, when there is no body yet.
    static let head = Traits(rawValue: 1 << 6)
    /// Formatting from outside it is not opened again inside it.
    static let marker = Traits(rawValue: 1 << 7)
    /// Part of a table.
    static let table = Traits(rawValue: 1 << 8)
    static let heading = Traits(rawValue: 1 << 9)
    /// What is between its tags is not read.
    static let skipped = Traits(rawValue: 1 << 10)
  }

  /// The traits of each tag, by its number.
  static let traits: [Traits] = {
    var traits = [Traits](repeating: [], count: 256)
    func give(_ trait: Traits, _ tags: [HTMLTag]) {
      for tag in tags { traits[Int(tag.rawValue)].insert(trait) }
    }
    let blocks: [HTMLTag] = [
      .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .form, .header, .hgroup, .main, .menu, .nav, .ol,
      .p, .search, .section, .summary, .ul, .pre, .listing, .h1, .h2, .h3, .h4, .h5, .h6, .table,
      .hr, .li, .dd, .dt, .xmp,
    ]
    give(.block, blocks)
    give(.special, blocks)
    give(
      .special,
      [
        .applet, .area, .base, .basefont, .bgsound, .body, .br, .button, .caption, .col,
        .colgroup, .embed, .frame, .frameset, .head, .html, .iframe, .img, .input, .keygen, .link,
        .marquee, .meta, .noembed, .noframes, .noscript, .object, .param, .plaintext, .script,
        .select, .source, .style, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title,
        .tr, .track, .wbr, .svg, .math,
      ])
    give(
      .formatting,
      [.a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u])
    give(
      .void,
      [
        .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .image, .img, .input,
        .keygen, .link, .meta, .param, .source, .track, .wbr,
      ])
    give(
      .scope,
      [.applet, .caption, .html, .table, .td, .th, .marquee, .object, .template, .svg, .math])
    give(.impliedEnd, [.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc])
    give(.head, [.title, .meta, .link, .base, .basefont, .bgsound, .style, .script, .noscript])
    give(.marker, [.applet, .object, .marquee, .template, .td, .th, .caption])
    give(.table, [.caption, .colgroup, .col, .tbody, .tfoot, .thead, .tr, .td, .th])
    give(.heading, [.h1, .h2, .h3, .h4, .h5, .h6])
    give(.skipped, [.script, .style, .noscript, .iframe, .noembed, .noframes, .textarea])
    return traits
  }()

  /// The tags by their names, each packed into its first eight bytes.
  struct Names {
    private var slots = [(key: UInt64, length: UInt8, tag: HTMLTag)](
      repeating: (0, 0, .other), count: 512)

    init() {
      for tag in HTMLTag.allCases where tag != .other {
        let name = Array(tag.name.utf8)
        var key: UInt64 = 0
        for byte in name.prefix(8) { key = key << 8 | UInt64(byte) }
        var slot = Self.slot(key)
        while slots[slot].length != 0 { slot = (slot + 1) & 511 }
        slots[slot] = (key, UInt8(name.count), tag)
      }
    }

    /// The tag of a name: no two names of one length share their first eight bytes.
    func tag(_ name: UnsafeBufferPointer<UInt8>) -> HTMLTag {
      var key: UInt64 = 0
      for byte in name.prefix(8) {
        key = key << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
      var slot = Self.slot(key)
      while slots[slot].length != 0 {
        if slots[slot].key == key, Int(slots[slot].length) == name.count { return slots[slot].tag }
        slot = (slot + 1) & 511
      }
      return .other
    }

    private static func slot(_ key: UInt64) -> Int {
      Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
  }

  /// The names, read once.
  static let names = Names()
}

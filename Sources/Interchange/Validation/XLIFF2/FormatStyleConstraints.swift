/// The Format Style module.
enum FormatStyleConstraints {
  private static let section = "Format Style Module"

  static func check(_ element: Node, _ context: XLIFF2Context) {
    let style = element[.formatStyle, "fs"]
    let more = element[.formatStyle, "subFs"]
    guard style != nil || more != nil else { return }
    if element.isCore("ec"), element["isolated"] != "yes" {
      context.error(
        "format-style", "fs:fs and fs:subFs stand only on an isolated <ec>", section, at: element)
    }
    guard let more else { return }
    if style == nil {
      context.error("format-style", "fs:subFs without fs:fs; add it", section, at: element)
    }
    if !isPairs(more) {
      context.error(
        "format-style",
        "fs:subFs=\"\(more)\": pairs are name,value with \\ between; \\ and , in values follow a \\",
        section, at: element)
    }
  }

  /// `name,value` with `\` between the pairs and before `\` and `,` of a value.
  private static func isPairs(_ text: String) -> Bool {
    var hasName = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\" {
        if rest.first == "\\" || rest.first == "," {
          rest.removeFirst()
        } else if hasName {
          hasName = false
        } else {
          return false
        }
      } else if scalar == "," {
        if hasName { return false }
        hasName = true
      }
    }
    return hasName
  }
}

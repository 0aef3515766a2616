package import LocaleData
import Markup

/// The shell of a page with nothing outside of it: for a translator's or an editor's own eyes.
package enum StandalonePage {
  /// The whole page.
  ///
  /// - Parameters:
  ///   - title: The title as text.
  ///   - language: The language of the page.
  ///   - style: The name of a style sheet in `templates`, which is written into the page.
  ///   - data: The files of the languages.
  ///   - body: What stands in `main`, as HTML.
  /// - Returns: The page, with a line feed at its end.
  package static func html(
    title: String, language: String, style: String, data: LocaleData, body: String
  ) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(HTMLEscape.attribute(language))">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(HTMLEscape.text(title))</title>
    <style>
    \(data.text("templates/\(style)") ?? "")
    </style>
    </head>
    <body>
    <main>
    \(body)</main>
    </body>
    </html>

    """
  }
}

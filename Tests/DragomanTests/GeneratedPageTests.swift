import ArticleModel
import Foundation
import Testing

@testable import Dragoman

/// The pages as a browser sees them; screenshots are left in `.screenshots/` for people.
@Suite struct GeneratedPageTests {
  static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(
    "the generated pages load in a browser with their language, text and links",
    .enabled(if: browser != nil, "chromium is not installed; run Scripts/install-dependencies"),
    arguments: [
      (LocaleTag.greek, "Στις 25 Οκτωβρίου 2017, ο Πρόεδρος Σι Τζινπίνγκ", "Αρχική"),
      (.simplifiedChinese, "国家主席习近平应约同美国总统特朗普通电话。", "首页"),
      (.english, "On October 25, 2017, President Xi Jinping", "Home"),
    ])
  func loads(locale: LocaleTag, text: String, menu: String) async throws {
    let project = try ExampleProject()
    try await project.extract()
    let files = try [LocaleTag.greek, .simplifiedChinese].map {
      try project.returned(project.filled($0))
    }
    _ = try project.import(files)
    _ = try project.generate()
    let page = project.folder.appendingPathComponent("site/\(locale)/\(ExampleProject.id).html")

    let dom = try run(["--dump-dom", page.absoluteString], in: project.folder)
    #expect(dom.contains("<html lang=\"\(locale)\" dir=\"ltr\">"))
    #expect(dom.contains(text) && dom.contains(menu))
    for other in [LocaleTag.english, .greek, .simplifiedChinese] where other != locale {
      #expect(
        dom.contains("<a href=\"../\(other)/\(ExampleProject.id).html\" hreflang=\"\(other)\""))
    }

    let shots = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".screenshots")
    try FileManager.default.createDirectory(at: shots, withIntermediateDirectories: true)
    for (device, size) in [("phone", "390,844"), ("desk", "1280,900")] {
      let shot = shots.appendingPathComponent("\(locale)-\(device).png")
      _ = try run(
        ["--window-size=\(size)", "--screenshot=\(shot.path)", page.absoluteString],
        in: project.folder)
      #expect(FileManager.default.fileExists(atPath: shot.path))
    }
  }

  private func run(_ arguments: [String], in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.browser))
    process.arguments =
      ["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/browser"]
      + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}

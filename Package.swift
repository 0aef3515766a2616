// swift-tools-version: 6.2
import Foundation
import PackageDescription

let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (Context.environment["DRAGOMAN_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// Data folders are listed from the disk, so that a new locale is one folder and no line here.
func resources(in folder: String) -> [Resource] {
  let root = Context.packageDirectory + "/" + folder
  let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
  return names.filter { !$0.hasSuffix(".swift") && !$0.hasPrefix(".") }.sorted().map { .copy($0) }
}

func library(
  _ name: String, path: String? = nil, uses: [Target.Dependency], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: uses, path: path, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, uses: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + uses, resources: resources,
    swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "dragoman",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "dragoman", targets: ["DragomanCommand"]),
    .library(name: "Dragoman", targets: ["Dragoman"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "SystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(
      name: "SystemXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "SystemOpenCC", pkgConfig: "opencc", providers: [.apt(["libopencc-dev"])]),
    .systemLibrary(name: "SystemZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CZlib", dependencies: ["SystemZlib"]),
    .target(name: "CXML", dependencies: ["SystemXML"]),
    .target(name: "CICU", dependencies: ["SystemICU"]),
    .target(name: "COpenCC", dependencies: ["SystemOpenCC"]),

    library("ArticleModel", uses: []),
    library("LocaleData", path: "Locales", uses: [yams], resources: resources(in: "Locales")),
    library("GlossaryData", path: "Glossary", uses: [], resources: resources(in: "Glossary")),
    library("Markup", uses: ["CXML", "CICU"], resources: [.copy("Encodings")]),
    library("Linguistics", uses: ["ArticleModel", "CICU", "COpenCC", "LocaleData"]),
    library(
      "Extraction", uses: ["ArticleModel", "Markup", "Linguistics", yams],
      resources: [.copy("Sites"), .copy("Words")]),
    library("Terminology", uses: ["ArticleModel", "Linguistics", "GlossaryData"]),
    library(
      "Interchange", uses: ["ArticleModel", "Markup"], resources: [.copy("Grammars")]),
    library("Memory", uses: ["ArticleModel", "Linguistics", database]),
    library("Quality", uses: ["ArticleModel", "Linguistics", "Terminology", "LocaleData"]),
    library("Publishing", uses: ["ArticleModel", "Markup", "Linguistics", "LocaleData", mustache]),
    library(
      "Dragoman",
      uses: [
        "ArticleModel", "Markup", "Linguistics", "Extraction", "Terminology", "Interchange",
        "Memory", "Quality", "Publishing", "LocaleData", "GlossaryData", "CZlib", yams,
      ]),
    .executableTarget(
      name: "DragomanCommand", dependencies: ["Dragoman", "ArticleModel", argumentParser],
      swiftSettings: settings),
    .executableTarget(
      name: "ExtractionFitting", dependencies: ["Extraction"], swiftSettings: settings),
    .executableTarget(
      name: "SentenceTiming", dependencies: ["Linguistics", "ArticleModel"],
      swiftSettings: settings),

    tests("ArticleModel", uses: []),
    tests("Markup", uses: []),
    tests("Linguistics", uses: ["ArticleModel", "LocaleData"], resources: [.copy("Fixtures")]),
    tests("Extraction", uses: ["ArticleModel", "Markup"], resources: [.copy("Fixtures")]),
    tests(
      "Terminology", uses: ["ArticleModel", "GlossaryData"], resources: [.copy("Fixtures")]),
    tests("Interchange", uses: ["ArticleModel", "Markup"], resources: [.copy("Fixtures")]),
    tests("Memory", uses: ["ArticleModel"]),
    tests(
      "Quality", uses: ["ArticleModel", "Terminology"], resources: [.copy("Fixtures")]),
    tests("Publishing", uses: ["ArticleModel", "LocaleData"]),
    tests(
      "Dragoman", uses: ["ArticleModel", "Interchange", "Publishing"],
      resources: [.copy("Fixtures")]),
  ]
)

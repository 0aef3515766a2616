import ArticleModel
public import Foundation
import Linguistics
import LocaleData

/// The second stage alone: texts as JSON Lines in, their segments out.
public struct SegmentWorkflow: Sendable {
  private let data: LocaleData

  /// - Parameter project: A folder whose `Locales/` overrides the built-in one.
  public init(project: URL) {
    data = LocaleData(override: project.appendingPathComponent("Locales"))
  }

  private struct Request: Decodable {
    var id: String
    var lang: String
    var text: String
  }

  /// Lines are handed to the workers in groups, so that the hand-over costs little.
  private static let linesInGroup = 64

  /// Reads lines, writes lines; a line that cannot be read is answered with an `error`.
  ///
  /// - Parameters:
  ///   - jobs: The number of workers.
  ///   - nextLine: Gives the next line of input, `nil` at the end.
  ///   - emit: Gets every line of output in order, and whether it is an error.
  /// - Throws: What `emit` throws.
  public func run(
    jobs: Int, nextLine: sending @escaping () -> String?,
    emit: @escaping @Sendable (_ line: String, _ isError: Bool) throws -> Void
  ) async throws {
    var number = 0
    try await OrderedWork.run(
      jobs: jobs,
      next: { () -> [(Int, String)]? in
        var group: [(Int, String)] = []
        while group.count < Self.linesInGroup, let line = nextLine() {
          number += 1
          if line.utf8.contains(where: { $0 > 0x20 }) { group.append((number, line)) }
        }
        return group.isEmpty ? nil : group
      },
      makeWorker: { [data] in Worker(data: data) },
      work: { worker, lines in lines.map { worker.answer($0.1, number: $0.0) } },
      emit: { answers in for answer in answers { try emit(answer.0, answer.1) } })
  }

  private final class Worker {
    private let data: LocaleData
    private let decoder = JSONDecoder()
    private var segmenters: [String: SentenceSegmenter] = [:]

    init(data: LocaleData) { self.data = data }

    func answer(_ line: String, number: Int) -> (String, Bool) {
      var answer = JSONLine()
      do {
        let request = try decoder.decode(Request.self, from: Data(line.utf8))
        let segmenter = try segmenter(for: request.lang)
        let bytes = Array(request.text.utf8)
        answer.add("id", request.id)
        answer.add(
          "segments",
          segmenter.segments(of: request.text).map {
            String(decoding: bytes[$0], as: UTF8.self)
          })
        return (answer.text, false)
      } catch let error as ProjectError {
        answer.add("error", "line \(number): \(error)")
      } catch is DecodingError {
        answer.add(
          "error", "line \(number): not an object with the strings \"id\", \"lang\" and \"text\"")
      } catch {
        answer.add("error", "line \(number): \(error)")
      }
      return (answer.text, true)
    }

    private func segmenter(for name: String) throws -> SentenceSegmenter {
      if let known = segmenters[name] { return known }
      guard let locale = LocaleTag(name) else {
        throw ProjectError.usage("\(name) is not a language; write en, el, zh-Hans")
      }
      let segmenter = try SentenceSegmenter(locale: locale, data: data)
      segmenters[name] = segmenter
      return segmenter
    }
  }
}

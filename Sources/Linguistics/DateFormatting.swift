public import ArticleModel
import CICU
public import LocaleData

/// Writes dates as a language does.
public enum DateFormatting {
  /// The day of an ISO 8601 date or time in words; `nil` when it does not begin with a day.
  ///
  /// The day is taken as written: there is no shift between time zones.
  public static func string(
    fromISO date: String, locale: LocaleTag, data: LocaleData = LocaleData()
  ) throws -> String? {
    let numbers = date.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else {
      return nil
    }
    let pattern = try LocaleRules.load(locale, from: data).datePattern
    var count: Int64 = 0
    guard
      let bytes = dragoman_format_date(
        locale.identifier, pattern, Int32(numbers[0]), Int32(numbers[1]), Int32(numbers[2]), &count)
    else { return nil }
    defer { dragoman_free(bytes) }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
  }
}

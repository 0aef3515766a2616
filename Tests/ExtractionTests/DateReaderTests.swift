import Testing

@testable import Extraction

@Suite("Dates")
struct DateReaderTests {
  private let reader: DateReader

  init() throws { reader = DateReader(names: try DateNames()) }

  @Test(
    "dates are read in the forms of the pages' languages",
    arguments: [
      ("2017/10/30", "2017-10-30"), ("发布时间：2012年1月17日", "2012-01-17"),
      ("October 25, 2017", "2017-10-25"), ("Oct. 25, 2017", "2017-10-25"),
      ("25 October 2017", "2017-10-25"), ("Τετάρτη, 25 Οκτωβρίου 2017", "2017-10-25"),
      ("ΔΗΜΟΣΙΕΥΣΗ: 20/12/2011", "2011-12-20"), ("27.12.2011", "2011-12-27"),
      ("5 ΙΑΝΟΥΑΡΙΟΥ 2012", "2012-01-05"), ("25η Μαΐου 2017", "2017-05-25"),
      ("Κυριακή 1 Απρίλη 2018", "2018-04-01"), ("05 Ιαν. 2012", "2012-01-05"),
      ("二〇二四年三月五日", "2024-03-05"), ("二零一二年十二月二十五日", "2012-12-25"),
      ("民國一百零一年十月十日", "2012-10-10"), ("中華民國101年10月10日", "2012-10-10"),
      ("101年1月17日", "2012-01-17"), ("12年1月17日", "2012-01-17"),
      ("２０１２年１月１７日", "2012-01-17"), ("20120117", "2012-01-17"),
      ("12/25/2017", "2017-12-25"), ("2012-01-17T09:30:00+02:00", "2012-01-17T09:30:00+02:00"),
    ])
  func reads(text: String, date: String) {
    #expect(reader.read(text) == date)
  }

  @Test(
    "the time of day and the zone that follow a date are kept",
    arguments: [
      ("27.12.2011 | 22:55", "2011-12-27T22:55"),
      ("2012-01-17 09:30:05 +0200", "2012-01-17T09:30:05+02:00"),
      ("2012-01-17 09:30+08:00", "2012-01-17T09:30+08:00"),
      ("Tue, 17 Jan 2012 09:30:00 GMT", "2012-01-17T09:30:00Z"),
      ("2012年1月17日 星期二 下午3:05", "2012-01-17T15:05"),
      ("2012年01月17日09时30分", "2012-01-17T09:30"),
      ("January 12 2012, 12:05 AM", "2012-01-12T00:05"),
      ("Τρίτη 17 Ιανουαρίου 2012, 9:30 μ.μ.", "2012-01-17T21:30"),
      ("17/01/2012 - 20 comments", "2012-01-17"), ("17/01/2012 10:75", "2012-01-17"),
      ("2012-01-17 09:30 -2012", "2012-01-17T09:30"),
    ])
  func times(text: String, date: String) {
    #expect(reader.read(text) == date)
  }

  @Test(
    "numbers that are no date are none",
    arguments: ["1.154.000", "10:25", "2017", "13/13/2017", "90年代", "三月五日", "101/01/17"]
  )
  func none(text: String) {
    #expect(reader.read(text) == nil)
  }

  @Test("a date in an address is read")
  func addresses() {
    #expect(reader.read(address: "http://a.cn/2012/01-17/3.shtml") == "2012-01-17")
    #expect(reader.read(address: "http://a.cn/20120117/3.htm") == "2012-01-17")
  }
}

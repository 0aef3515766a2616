import Testing

@testable import Extraction

@Suite("Dates")
struct DateReaderTests {
  @Test(
    "dates are read in the forms of the pages' languages",
    arguments: [
      ("2017/10/30", "2017-10-30"), ("发布时间：2012年1月17日 09:30", "2012-01-17"),
      ("October 25, 2017", "2017-10-25"), ("Oct. 25, 2017", "2017-10-25"),
      ("25 October 2017", "2017-10-25"), ("Τετάρτη, 25 Οκτωβρίου 2017", "2017-10-25"),
      ("ΔΗΜΟΣΙΕΥΣΗ: 20/12/2011 16:51", "2011-12-20"), ("27.12.2011 | 22:55", "2011-12-27"),
      ("12/25/2017", "2017-12-25"), ("2012-01-17T09:30:00+02:00", "2012-01-17T09:30:00+02:00"),
    ])
  func reads(text: String, date: String) {
    #expect(DateReader.read(text) == date)
  }

  @Test(
    "numbers that are no date are none", arguments: ["1.154.000", "10:25", "2017", "13/13/2017"])
  func none(text: String) {
    #expect(DateReader.read(text) == nil)
  }

  @Test("a date in an address is read")
  func addresses() {
    #expect(DateReader.read(address: "http://a.cn/2012/01-17/3.shtml") == "2012-01-17")
    #expect(DateReader.read(address: "http://a.cn/20120117/3.htm") == "2012-01-17")
  }
}

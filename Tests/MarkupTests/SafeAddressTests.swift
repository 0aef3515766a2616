import Markup
import Testing

@Suite("Addresses")
struct SafeAddressTests {
  @Test(
    "relative addresses are resolved as in RFC 3986, section 5.4",
    arguments: [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
      ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("..", "http://a/b/"),
      ("../g", "http://a/b/g"), ("../../../g", "http://a/g"), ("g;x=1/../y", "http://a/b/c/y"),
    ])
  func resolves(reference: String, expected: String) {
    #expect(SafeAddress.sanitized(reference, base: "http://a/b/c/d;p?q") == expected)
  }

  @Test(
    "an address with another scheme is refused, however it is spelt",
    arguments: [
      "javascript:alert(1)", "JavaScript:x", " java\nscript:x", "\u{1}javascript:x",
      "data:text/html,x",
      "vbscript:x", "file:///etc/passwd", "",
    ])
  func refuses(address: String) {
    #expect(SafeAddress.sanitized(address, base: nil) == nil)
    #expect(SafeAddress.sanitized(address, base: "http://a/") == nil)
  }

  @Test("mail, telephone and relative addresses stay as they are without a base")
  func keeps() {
    #expect(SafeAddress.sanitized("mailto:a@b.c", base: nil) == "mailto:a@b.c")
    #expect(SafeAddress.sanitized("tel:+30210", base: nil) == "tel:+30210")
    #expect(SafeAddress.sanitized("../x y.htm", base: nil) == "../x%20y.htm")
  }
}

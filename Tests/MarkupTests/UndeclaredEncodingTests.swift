import Foundation
import Markup
import Testing

@Suite struct UndeclaredEncodingTests {
  @Test(
    "text that declares nothing, or something wrong, is read in the encoding that it is in",
    arguments: [
      (
        "big5",
        "<p>中國外交部發言人表示，中方高度重視發展同希臘的關係，願同各方一道努力，推動合作不斷取得新的成果。</p>",
        """
        PHA+pKSw6qV+peazobVvqKWkSKrtpdyhQaSkpOiwqqvXrau1+LVvrmmmUKfGw76qusP2q1mhQcRA\
        plCmVaTopEC5RKdWpE+hQbHAsMqmWKdApKPCX6j6sW+3c6q6pqiqR6FDPC9wPg==
        """
      ),
      (
        "gb18030",
        "<p>中国外交部发言人表示，中方高度重视发展同希腊的关系，愿同各方一道努力，推动合作不断取得新的成果。</p>",
        """
        PHA+1tC5+s3ivbuyv7ei0dTIy7Htyr6jrNbQt72437bI1tjK07ei1bnNrM+jwLC1xLnYz7WjrNS4\
        zay497e90ru1wMWswaajrM3Gtq+6z9f3sru2z8ihtcPQwrXEs8m5+6GjPC9wPg==
        """
      ),
      (
        "windows-1253",
        "<p>Ο Πρόεδρος δήλωσε ότι η συνεργασία των δύο χωρών έχει μεγάλη σημασία για την ειρήνη και την ανάπτυξη.</p>",
        """
        PHA+zyDQ8fzl5PHv8iDk3uv58+Ug/PTpIOcg8/Xt5fHj4fPf4SD0+e0g5P3vIPf58f7tIN335ekg\
        7OXj3OvnIPPn7OHz3+Eg4+nhIPTn7SDl6fHe7ecg6uHpIPTn7SDh7dzw9PXu5y48L3A+
        """
      ),
      (
        "iso-8859-7",
        "<p>Ο Πρόεδρος δήλωσε ότι η συνεργασία των δύο χωρών έχει μεγάλη σημασία για την ειρήνη και την ανάπτυξη.</p>",
        """
        PHA+zyDQ8fzl5PHv8iDk3uv58+Ug/PTpIOcg8/Xt5fHj4fPf4SD0+e0g5P3vIPf58f7tIN335ekg\
        7OXj3OvnIPPn7OHz3+Eg4+nhIPTn7SDl6fHe7ecg6uHpIPTn7SDh7dzw9PXu5y48L3A+
        """
      ),
      (
        "utf-16le",
        "<p>Ο Πρόεδρος δήλωσε ότι η συνεργασία των δύο χωρών έχει μεγάλη σημασία για την ειρήνη και την ανάπτυξη.</p>",
        """
        PABwAD4AnwMgAKADwQPMA7UDtAPBA78DwgMgALQDrgO7A8kDwwO1AyAAzAPEA7kDIAC3AyAAwwPF\
        A70DtQPBA7MDsQPDA68DsQMgAMQDyQO9AyAAtAPNA78DIADHA8kDwQPOA70DIACtA8cDtQO5AyAA\
        vAO1A7MDrAO7A7cDIADDA7cDvAOxA8MDrwOxAyAAswO5A7EDIADEA7cDvQMgALUDuQPBA64DvQO3\
        AyAAugOxA7kDIADEA7cDvQMgALEDvQOsA8ADxAPFA74DtwMuADwALwBwAD4A
        """
      ),
      (
        "utf-16be",
        "<p>中国外交部发言人表示，中方高度重视发展同希腊的关系，愿同各方一道努力，推动合作不断取得新的成果。</p>",
        """
        ADwAcAA+Ti1W/VkWTqSQ6FPRigBOuohoeTr/DE4tZbma2F6mkc2JxlPRXFVUDF4MgUp2hFFzfPv/\
        DGE/VAxUBGW5TgCQU1KqUpv/DGOoUqhUCE9cTg1lrVPWX5dlsHaEYhBnnDACADwALwBwAD4=
        """
      ),
      (
        "utf-8",
        "<p>中国外交部发言人表示，中方高度重视发展同希腊的关系，愿同各方一道努力，推动合作不断取得新的成果。</p>",
        """
        PHA+5Lit5Zu95aSW5Lqk6YOo5Y+R6KiA5Lq66KGo56S677yM5Lit5pa56auY5bqm6YeN6KeG5Y+R\
        5bGV5ZCM5biM6IWK55qE5YWz57O777yM5oS/5ZCM5ZCE5pa55LiA6YGT5Yqq5Yqb77yM5o6o5Yqo\
        5ZCI5L2c5LiN5pat5Y+W5b6X5paw55qE5oiQ5p6c44CCPC9wPg==
        """
      ),
    ])
  func undeclared(name: String, text: String, base64: String) throws {
    let bytes = [UInt8](try #require(Data(base64Encoded: base64)))
    for declared in [nil, name, "windows-1252"] {
      let decoded = TextDecoder.decode(bytes, declared: declared)
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == text, "declared \(declared ?? "-")")
      #expect(decoded.undecodableOffsets.isEmpty)
    }
    #expect(TextDecoder.decode(bytes, declared: name).encoding == name)
  }
}

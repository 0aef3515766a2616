/// What may stand in an element, as an automaton that takes one child after another.
///
/// States are the positions of the expression (Glushkov's construction); the content models of the
/// standards are deterministic, so that one state is enough.
struct ContentModel {
  /// What one place of an expression takes.
  enum Symbol: Hashable {
    /// An element, by the number of its name.
    case element(Int)
    /// An element of another namespace than the parent's.
    case other
    /// Any element at all.
    case any
  }

  /// A content model as it is written.
  indirect enum Expression {
    case symbol(Symbol)
    case sequence([Expression])
    case choice([Expression])
    case optional(Expression)
    case repeated(Expression)
  }

  /// Before the first child.
  static let start = 0

  /// Whether text may stand between the children.
  let isMixed: Bool
  /// Whether nothing may be inside, not even white space.
  let isEmpty: Bool
  private let symbols: [Symbol]
  /// The states that may follow each state.
  private let following: [[Int]]
  private let accepting: [Bool]

  init(_ expression: Expression, isMixed: Bool) {
    var automaton = Automaton()
    let whole = automaton.add(expression)
    self.isMixed = isMixed
    isEmpty = automaton.symbols.isEmpty && !isMixed
    symbols = automaton.symbols
    following = [whole.first] + automaton.following
    accepting =
      [whole.isNullable]
      + (1...max(1, symbols.count)).prefix(symbols.count).map { whole.last.contains($0) }
  }

  /// The state after a child; nil when it may not stand here.
  func next(_ state: Int, _ name: Int, isOther: Bool) -> Int? {
    for position in following[state] where matches(position, name, isOther: isOther) {
      return position
    }
    return nil
  }

  /// The state after a child that stands in the wrong place; nil when it may not be inside at all.
  func recover(_ name: Int, isOther: Bool) -> Int? {
    (1...max(1, symbols.count)).prefix(symbols.count).first { matches($0, name, isOther: isOther) }
  }

  /// Whether the child that led to a state is one of those that may be anything.
  func isAny(_ state: Int) -> Bool { symbols[state - 1] == .any }

  /// Whether the element may end here.
  func isComplete(_ state: Int) -> Bool { accepting[state] }

  /// What may come next.
  func expected(_ state: Int) -> [Symbol] {
    var result: [Symbol] = []
    for position in following[state] where !result.contains(symbols[position - 1]) {
      result.append(symbols[position - 1])
    }
    return result
  }

  private func matches(_ position: Int, _ name: Int, isOther: Bool) -> Bool {
    switch symbols[position - 1] {
    case .element(let expected): expected == name
    case .other: isOther
    case .any: true
    }
  }
}

/// The positions of an expression and what follows each.
private struct Automaton {
  struct Part {
    var isNullable: Bool
    var first: [Int]
    var last: [Int]
  }

  var symbols: [ContentModel.Symbol] = []
  var following: [[Int]] = []

  mutating func add(_ expression: ContentModel.Expression) -> Part {
    switch expression {
    case .symbol(let symbol):
      symbols.append(symbol)
      following.append([])
      return Part(isNullable: false, first: [symbols.count], last: [symbols.count])
    case .sequence(let parts):
      var whole = Part(isNullable: true, first: [], last: [])
      for part in parts.map({ add($0) }) {
        connect(whole.last, to: part.first)
        if whole.isNullable { whole.first += part.first }
        whole.last = part.isNullable ? whole.last + part.last : part.last
        whole.isNullable = whole.isNullable && part.isNullable
      }
      return whole
    case .choice(let parts):
      var whole = Part(isNullable: false, first: [], last: [])
      for part in parts.map({ add($0) }) {
        whole.first += part.first
        whole.last += part.last
        whole.isNullable = whole.isNullable || part.isNullable
      }
      return whole
    case .optional(let inner):
      var part = add(inner)
      part.isNullable = true
      return part
    case .repeated(let inner):
      let part = add(inner)
      connect(part.last, to: part.first)
      return part
    }
  }

  private mutating func connect(_ positions: [Int], to next: [Int]) {
    for position in positions {
      for target in next where !following[position - 1].contains(target) {
        following[position - 1].append(target)
      }
    }
  }
}

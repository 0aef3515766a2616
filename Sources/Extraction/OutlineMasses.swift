/// How much prose stands where in a page.
struct OutlineMasses {
  /// Letters of prose directly in a container; in it and those that it frames; in all of it.
  private(set) var own: [Float]
  private(set) var children: [Float]
  private(set) var all: [Float]
  /// Letters of links, and of all text, directly in a container's children.
  private(set) var links: [Float]
  private(set) var letters: [Float]
  /// The prose in containers of the same tag and class in parents of the same tag and class.
  private(set) var alike: [Float]
  private(set) var total: Float = 1
  /// The container whose paragraphs have the most prose: the region of readability's method.
  private(set) var best = 0
  /// The innermost container with most of the page's prose, however that is parted inside.
  private(set) var core = 0
  /// The prose in all containers of the same tag and class in ``core``.
  private(set) var alikeInCore: [Float]
  /// The number of levels from a container up to one that ``best`` is in too, and from there down
  /// to ``best``.
  private(set) var up: [Int]
  private(set) var down: [Int]

  init(_ outline: PageOutline, _ texts: [LineText]) {
    let count = outline.containers.count
    let zero = [Float](repeating: 0, count: count)
    own = zero
    links = zero
    letters = zero
    alike = zero
    alikeInCore = zero
    for (index, line) in outline.lines.enumerated() {
      let text = texts[index]
      if text.isProse { own[line.container] += text.weight }
      let parent = max(outline.containers[line.container].frame, 0)
      links[parent] += text.linkShare * text.weight
      letters[parent] += text.weight
    }
    children = own
    all = own
    for index in stride(from: count - 1, to: 0, by: -1) {
      children[outline.containers[index].frame] += own[index]
      all[outline.containers[index].parent] += all[index]
    }
    total = max(all[0], 1)
    up = Array(repeating: 0, count: count)
    down = up
    let most = total * Self.most
    core = all.lastIndex { $0 > most } ?? 0
    compareShapes(outline)
    best = paragraphContainer(outline)
    measureDistances(outline)
  }

  /// The share of a page's prose that is most of it.
  private static let most: Float = 0.7

  private mutating func compareShapes(_ outline: PageOutline) {
    var sums: [UInt64: Float] = [:]
    var sumsInCore: [UInt64: Float] = [:]
    func shape(_ index: Int) -> UInt64 {
      let container = outline.containers[index]
      let parent = outline.containers[max(container.frame, 0)]
      return container.shape &* 31 &+ parent.shape
    }
    let range = outline.containers[core].firstLine..<outline.containers[core].endLine
    for (index, container) in outline.containers.enumerated() where own[index] > 0 {
      sums[shape(index), default: 0] += own[index]
      if range.contains(container.firstLine) {
        sumsInCore[container.shape, default: 0] += own[index]
      }
    }
    for (index, container) in outline.containers.enumerated()
    where container.firstLine < container.endLine {
      alike[index] = sums[shape(index)] ?? 0
      alikeInCore[index] = sumsInCore[container.shape] ?? 0
    }
  }

  private func paragraphContainer(_ outline: PageOutline) -> Int {
    var scores = [Float](repeating: 0, count: own.count)
    for (index, mass) in own.enumerated() where mass > 0 {
      let container = outline.containers[index]
      let foreign: ContainerWords = [.comment, .footer, .related, .advertisement]
      let share = container.inherited.isDisjoint(with: foreign) ? mass : mass * 0.4
      scores[index] += share
      guard container.frame >= 0 else { continue }
      scores[container.frame] += share * 0.9
      let grand = outline.containers[container.frame].frame
      if grand >= 0 { scores[grand] += share * 0.45 }
    }
    return scores.indices.max { scores[$0] < scores[$1] } ?? 0
  }

  private mutating func measureDistances(_ outline: PageOutline) {
    var isAround = [Bool](repeating: false, count: own.count)
    var cursor = best
    while cursor >= 0 {
      isAround[cursor] = true
      cursor = outline.containers[cursor].frame
    }
    let depth = outline.containers[best].depth
    for (index, container) in outline.containers.enumerated() {
      if isAround[index] {
        down[index] = depth - container.depth
      } else if container.frame >= 0 {
        up[index] = up[container.frame] + 1
        down[index] = down[container.frame]
      }
    }
  }
}

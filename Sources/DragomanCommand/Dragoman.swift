import ArgumentParser

@main struct DragomanCommand: ParsableCommand {
}

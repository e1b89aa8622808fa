package pdf

// EmojiEverywhere and EmojiNames are a chapter for the tests of both packages.
var EmojiEverywhere = emojiEverywhere

// EmojiNames are the names in it.
func EmojiNames() []string { return emojiNames }

// LittleIsBlank is what the test of that name holds, for chapters that need packages
// which need this one.
var LittleIsBlank = littleIsBlank

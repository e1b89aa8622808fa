package pdf

// EmojiEverywhere and EmojiNames are a chapter for the tests of both packages.
var EmojiEverywhere = emojiEverywhere

// EmojiNames are the names in it.
func EmojiNames() []string { return emojiNames }

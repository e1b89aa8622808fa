package pdf

import (
	"fmt"

	"gevinst/report/pdf/layout"
	"gevinst/report/pdf/object"
)

// fonts takes over the fonts of the drawn file, and says what their codes mean.
func (f *finisher) fonts(page object.Dict, l *lettering) (all object.Dict, err error) {
	resources, ok := f.drawn[refOf(page["Resources"])].(object.Dict)
	if !ok {
		return nil, errDrawn
	}
	drawn, ok := resources["Font"].(object.Dict)
	if !ok {
		return nil, errDrawn
	}
	fonts := object.Dict{}
	for _, key := range sorted(drawn) {
		old := refOf(drawn[key])
		font, ok := f.drawn[old].(object.Dict)
		if !ok {
			return nil, errDrawn
		}
		cut, err := cutOf(font)
		if err != nil {
			return nil, err
		}
		name := subsetTag(string(f.letters[cut])) + l.typeface[cut].postname
		if err := f.rename(font, object.Name(name)); err != nil {
			return nil, err
		}
		font["ToUnicode"] = f.Add(&object.Stream{Dict: object.Dict{}, Data: toUnicode(itself(f.letters[cut]))})
		fonts[key] = f.Add(f.font(font))
	}
	if len(l.emoji) == 0 {
		return fonts, nil
	}
	fonts[emojiKey], err = f.emoji(l)
	return fonts, err
}

// font takes over a font but for its ToUnicode, which is ours already.
func (f *finisher) font(font object.Dict) object.Dict {
	unicode := font["ToUnicode"]
	delete(font, "ToUnicode")
	d := object.Dict{"ToUnicode": unicode}
	for _, key := range sorted(font) {
		d[key] = f.take(font[key])
	}
	return d
}

// cutOf tells which cut a font is, by the name that fpdf gave it.
func cutOf(font object.Dict) (layout.Face, error) {
	for i, style := range styles {
		if font["BaseFont"] == object.Name("utf8"+family+style) {
			return layout.Face(i), nil
		}
	}
	return 0, fmt.Errorf("%w: font %v", errDrawn, font["BaseFont"])
}

// rename gives font, its descendant and its descriptor their proper name.
func (f *finisher) rename(font object.Dict, name object.Name) error {
	below, ok := font["DescendantFonts"].(object.Array)
	if !ok || len(below) != 1 {
		return errDrawn
	}
	cid, ok := f.drawn[refOf(below[0])].(object.Dict)
	if !ok {
		return errDrawn
	}
	descriptor, ok := f.drawn[refOf(cid["FontDescriptor"])].(object.Dict)
	if !ok {
		return errDrawn
	}
	font["BaseFont"], cid["BaseFont"], descriptor["FontName"] = name, name, name
	return nil
}

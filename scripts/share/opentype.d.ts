/** What is used of it; the package brings no types. */
declare module "opentype.js" {
  type Glyph = { advanceWidth?: number };
  type Command = {
    type: string;
    x1?: number;
    y1?: number;
    x2?: number;
    y2?: number;
    x?: number;
    y?: number;
  };
  type Path = { commands: Command[] };
  export type Font = {
    unitsPerEm: number;
    numGlyphs: number;
    glyphs: { get: (glyph: number) => Glyph };
    charToGlyphIndex: (one: string) => number;
    charToGlyph: (one: string) => Glyph;
    getPath: (text: string, x: number, y: number, size: number) => Path;
  };
  const opentype: { parse: (buffer: ArrayBuffer) => Font };
  export default opentype;
}

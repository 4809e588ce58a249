// The map as a file: an SVG that stands alone, or a PNG of it. Under it stands where it is from,
// when, and that it is machine-made.

const SVG = "http://www.w3.org/2000/svg";
const PAPER = "#ffffff";
const INK = "#1d1d1f";
const LINE = 16;

export interface Picture {
  text: string;
  width: number;
  height: number;
}

/** A copy on white paper, with these lines under it. */
export function toSvg(drawing: SVGSVGElement, about: readonly string[]): Picture {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [width, drawn] = [drawing.width.baseVal.value, drawing.height.baseVal.value];
  const lines = about.flatMap((line) => wrap(line, Math.floor(width / 6)));
  const height = drawn + lines.length * LINE + 20;
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.setAttribute("color", INK);
  const ground = copy.ownerDocument.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ width, height, fill: PAPER })) {
    ground.setAttribute(name, String(value));
  }
  copy.prepend(ground);
  for (const [i, line] of lines.entries()) {
    const text = copy.ownerDocument.createElementNS(SVG, "text");
    text.setAttribute("x", "8");
    text.setAttribute("y", String(drawn + 20 + i * LINE));
    text.setAttribute("font-size", "11");
    text.textContent = line;
    copy.append(text);
  }
  // Outside our pages nobody sets the variable.
  const text = new XMLSerializer().serializeToString(copy).replaceAll("var(--ground, #fff)", PAPER);
  return { text, width, height };
}

/** Twice as fine as on the screen. */
export async function toPng({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no 2d canvas");
    context.fillStyle = PAPER;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => {
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function wrap(line: string, most: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const cut = Math.max(rest.lastIndexOf(" ", most), 0) || most;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}

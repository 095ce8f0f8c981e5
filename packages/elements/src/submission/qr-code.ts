import { generate } from 'lean-qr';
import { html, type TemplateResult } from 'lit';

/** Blank modules around the code, as ISO/IEC 18004 asks: without them cameras do not find it. */
const quietZone = 4;

/** A QR code as an SVG path of squares of length 1, in a field of `size` squares each way, its blank edge included. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const code = generate(text);
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue;
      let end = x + 1;
      while (code.get(end, y)) end += 1;
      path += `M${x + quietZone} ${y + quietZone}h${end - x}v1h${x - end}z`;
      x = end;
    }
  }
  return { size: code.size + 2 * quietZone, path };
}

/**
 * `text` as a QR code, drawn here: nobody else learns of it. Black on white whatever the page looks like, for cameras
 * do not read the reverse. `label` says what it is to those who do not see it. Needs the `submission` styles.
 */
export function renderQrCode(text: string, label: string): TemplateResult {
  const { size, path } = qrPath(text);
  return html`<svg
    class="qr"
    part="qr"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"
  >
    <rect width=${size} height=${size} fill="#fff" />
    <path d=${path} fill="#000" />
  </svg>`;
}

// SPDX-License-Identifier: Apache-2.0
import type { Layout } from './layout.ts';
import { legendOf, SWATCH } from './legend.ts';
import { shortened, widthOf } from './measure.ts';
import { Scene } from './scene.ts';
import { nodeInWords } from './spoken.ts';
import { SVG, svg } from './svg.ts';
import { FONT, type Theme } from './theme.ts';
import type { View } from './view.ts';

const MARGIN = 32;
const TITLE_SIZE = 16;
const LEGEND_SIZE = 12;
const LEGEND_ROW = 28;
const LEAST_WIDTH = 480;
/** Canvases of browsers are no larger. */
const MOST_PIXELS = 16_000;

/** A view as an SVG file that needs nothing else. */
export function toSvg(title: string, view: View, layout: Layout, theme: Theme): string {
  const scene = new Scene(view, theme, layout);
  scene.root
    .querySelectorAll('.ap-hit, .ap-press, .ap-plus')
    .forEach((element) => element.remove());
  scene.root
    .querySelectorAll('[aria-hidden]')
    .forEach((element) => element.removeAttribute('aria-hidden'));
  scene.root.querySelectorAll('[class]').forEach((element) => element.removeAttribute('class'));
  for (const node of view.nodes) {
    scene.nodes.get(node.uid)!.root.prepend(svg('title', {}, [nodeInWords(node)]));
  }
  for (const edge of view.edges) {
    scene.edges.get(edge.uid)!.root.prepend(svg('title', {}, [edge.reasons.join('\n')]));
  }

  const extent = scene.extent();
  const width = Math.ceil(Math.max(extent.width, LEAST_WIDTH) + 2 * MARGIN);
  const legend = legendRows(view, theme, width - 2 * MARGIN);
  const top = MARGIN + TITLE_SIZE + MARGIN;
  const bottom = top + extent.height + 1.5 * MARGIN;
  const height = Math.ceil(bottom + legend.height + MARGIN / 2);
  scene.root.setAttribute(
    'transform',
    `translate(${width / 2 - extent.x} ${top + extent.height / 2 - extent.y})`,
  );
  legend.root.setAttribute('transform', `translate(${MARGIN} ${bottom})`);
  const heading = svg(
    'text',
    { x: MARGIN, y: MARGIN + 8, 'font-size': TITLE_SIZE, 'font-weight': 700, fill: theme.text },
    [shortened(title, width - 2 * MARGIN, TITLE_SIZE, true)],
  );
  const picture = svg(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT },
    [
      svg('title', {}, [title]),
      svg('rect', { width, height, fill: theme.background }),
      heading,
      scene.root,
      legend.root,
    ],
  );
  picture.setAttributeNS('http://www.w3.org/2000/xmlns/', 'xmlns', SVG);
  return new XMLSerializer().serializeToString(picture);
}

function legendRows(
  view: View,
  theme: Theme,
  width: number,
): { root: SVGGElement; height: number } {
  const root = svg('g');
  let x = 0;
  let y = 0;
  for (const { label, swatch } of legendOf(view, theme)) {
    const wide = SWATCH.width + 8 + widthOf(label, LEGEND_SIZE) + 20;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LEGEND_ROW;
    }
    root.append(
      svg('g', { transform: `translate(${x} ${y})` }, [
        svg('g', { transform: `translate(${SWATCH.width / 2} 0)` }, [swatch]),
        svg('text', { x: SWATCH.width + 8, y: 4, 'font-size': LEGEND_SIZE, fill: theme.text }, [
          label,
        ]),
      ]),
    );
    x += wide;
  }
  return { root, height: y + LEGEND_ROW };
}

/** An SVG as a picture of pixels, twice as large. */
export async function toPng(picture: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  await image.decode();
  const scale = Math.min(2, MOST_PIXELS / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext('2d');
  if (!context) {
    throw new Error('This browser cannot draw the picture as PNG; save it as SVG.');
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) {
    throw new Error('The picture is too large for a PNG; save it as SVG.');
  }
  return blob;
}

/** Hands a file to whoever looks at the page. */
export function save(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

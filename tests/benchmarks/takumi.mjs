// The set drawn with takumi. In: the path of a picture as JSON (see node.py), then one folder a line.
// Out: for each folder, when its files are written, a line of JSON: milliseconds by step and of all.
// Everything that a warm server would keep is made once: the trees of nodes, the fonts, the decoded icons.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Renderer } from "@takumi-rs/core";

const picture = JSON.parse(readFileSync(process.argv[2], "utf8"));
const renderer = new Renderer();
for (const { weight, file } of picture.fonts) {
  await renderer.registerFont({ name: "Brand", weight, style: "normal", data: readFileSync(file) });
}

// One tree a width, since its places are pixels. Icons and dots are SVGs, known by their address.
const icons = new Map();

const draw = {
  // CSS draws a border inside its box, a frame on the edge.
  block: (item, at, scale) => {
    const half = item.stroke ? item.strokeWidth / 2 : 0;
    const style = {
      ...at({ x: item.x - half, y: item.y - half }),
      width: (item.width + 2 * half) * scale,
      height: (item.height + 2 * half) * scale,
    };
    if (item.fill) style.backgroundColor = item.fill;
    if (item.stroke) Object.assign(style, { borderWidth: item.strokeWidth * scale, borderStyle: "solid", borderColor: item.stroke });
    if (item.radii.some(Boolean)) style.borderRadius = item.radii.map((radius) => `${(radius + half) * scale}px`).join(" ");
    return { type: "container", style };
  },
  text: (item, at, scale) => ({
    type: "text",
    text: item.text,
    style: {
      ...at(item),
      fontFamily: "Brand",
      fontSize: item.size * scale,
      fontWeight: item.weight,
      color: item.colour,
      letterSpacing: item.tracking * scale,
      whiteSpace: "nowrap",
      lineHeight: "normal",
    },
  }),
  path: (item, at, scale) => {
    const { width, height, d, fill, stroke, strokeWidth, cap, dash } = item;
    const line = stroke ? ` stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linecap="${cap}" stroke-linejoin="round"` : "";
    const dashes = stroke && dash ? ` stroke-dasharray="${dash}"` : "";
    // An image shows nothing beyond its edge, a line's half does: so there is room around it.
    const room = stroke ? strokeWidth : 0;
    const box = { x: -room, y: -room, width: width + 2 * room, height: height + 2 * room };
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width * scale}" height="${box.height * scale}" ` +
      `viewBox="${box.x} ${box.y} ${box.width} ${box.height}"><path d="${d}" fill="${fill ?? "none"}"${line}${dashes}/></svg>`;
    if (!icons.has(svg)) icons.set(svg, { src: `icon-${icons.size}`, data: Buffer.from(svg) });
    const style = { ...at({ x: item.x - room, y: item.y - room }), width: box.width * scale, height: box.height * scale };
    return { type: "image", src: icons.get(svg).src, style };
  },
};

const tree = (width) => {
  const scale = width / picture.width;
  const at = ({ x, y }) => ({ position: "absolute", left: x * scale, top: y * scale });
  const children = picture.items.map((item) => draw[item.kind](item, at, scale));
  const size = { width, height: Math.round(picture.height * scale) };
  return { node: { type: "container", style: { ...size, position: "relative", display: "flex" }, children }, size };
};

const trees = picture.widths.map(tree);
const images = [...icons.values()];

const set = async (folder) => {
  const steps = {};
  let before = process.hrtime.bigint();
  const start = before;
  const step = (name) => {
    const now = process.hrtime.bigint();
    steps[name] = Number(now - before) / 1e6;
    before = now;
  };
  writeFileSync(join(folder, "headline.svg"), await renderer.renderSvg(trees[0].node, { ...trees[0].size, images }));
  step("svg");
  for (const { node, size } of trees) {
    const png = await renderer.render(node, { ...size, images, format: "png" });
    writeFileSync(join(folder, `headline-${size.width}.png`), png);
    step(`png-${size.width}`);
  }
  return { steps, total: Number(before - start) / 1e6 };
};

for await (const folder of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await set(folder))}\n`);
}

// The set drawn with satori and resvg. In: the path of a picture as JSON (see node.py), then one folder a line.
// Out: for each folder, when its files are written, a line of JSON: how many texts were drawn, milliseconds by step.
// Everything that a warm server would keep is made once: the tree of elements, the fonts.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";

const picture = JSON.parse(readFileSync(process.argv[2], "utf8"));
const fonts = picture.fonts.map(({ weight, file }) => ({ name: "Brand", weight, style: "normal", data: readFileSync(file) }));

const element = (type, props, children) => ({ type, props: { ...props, children } });
const at = ({ x, y }) => ({ position: "absolute", left: x, top: y });

const draw = {
  // CSS draws a border inside its box, a frame on the edge.
  block: (item) => {
    const half = item.stroke ? item.strokeWidth / 2 : 0;
    const style = {
      ...at({ x: item.x - half, y: item.y - half }),
      width: item.width + 2 * half,
      height: item.height + 2 * half,
    };
    if (item.fill) style.backgroundColor = item.fill;
    if (item.stroke) style.border = `${item.strokeWidth}px solid ${item.stroke}`;
    if (item.radii.some(Boolean)) style.borderRadius = item.radii.map((radius) => `${radius + half}px`).join(" ");
    return element("div", { style });
  },
  text: (item) => {
    const { size: fontSize, weight: fontWeight, colour: color, tracking: letterSpacing } = item;
    return element("div", { style: { ...at(item), fontSize, fontWeight, color, letterSpacing, whiteSpace: "nowrap" } }, item.text);
  },
  path: ({ width, height, d, fill, stroke, strokeWidth, cap, dash, ...place }) => {
    const line = stroke && { stroke, strokeWidth, strokeLinecap: cap, strokeLinejoin: "round", strokeDasharray: dash };
    const path = element("path", { d, fill: fill ?? "none", ...line });
    return element("svg", { width, height, viewBox: `0 0 ${width} ${height}`, style: at(place) }, path);
  },
};

const { width, height } = picture;
const tree = element("div", { style: { width, height, display: "flex" } }, picture.items.map((item) => draw[item.kind](item)));

const set = async (folder) => {
  const steps = {};
  let texts = 0;
  let before = process.hrtime.bigint();
  const start = before;
  const step = (name) => {
    const now = process.hrtime.bigint();
    steps[name] = Number(now - before) / 1e6;
    before = now;
  };
  const count = (node) => (texts += node.textContent ? 1 : 0);
  const svg = await satori(tree, { width, height, fonts, onNodeDetected: count });
  writeFileSync(join(folder, "headline.svg"), svg);
  step("svg");
  for (const value of picture.widths) {
    const image = new Resvg(svg, { fitTo: { mode: "width", value }, font: { loadSystemFonts: false } });
    writeFileSync(join(folder, `headline-${value}.png`), image.render().asPng());
    step(`png-${value}`);
  }
  return { texts, steps, total: Number(before - start) / 1e6 };
};

for await (const folder of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await set(folder))}\n`);
}

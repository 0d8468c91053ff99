/** Curves as SVG, on a white card, so that they can be read on a dark page too. */

interface Curve {
  readonly name: string;
  readonly colour: string;
  readonly dash?: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

interface Axis {
  readonly label: string;
  readonly ticks: readonly (readonly [value: number, text: string])[];
}

export interface Chart {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly curves: readonly Curve[];
  /** Where the curves leave room for their names. */
  readonly legend: 'left' | 'right';
}

const [WIDTH, HEIGHT] = [760, 380];
const [LEFT, RIGHT, TOP, BOTTOM] = [64, 24, 48, 56];

/** Both axes are logarithmic, from their first tick to their last; a curve ends where it leaves them. */
export function svg({ title, x, y, curves, legend: side }: Chart): string {
  const place = (value: number, { ticks }: Axis, from: number, to: number) => {
    const [least, most] = [ticks[0]?.[0] ?? 1, ticks.at(-1)?.[0] ?? 10];
    const share = Math.log(Math.min(Math.max(value, least), most) / least) / Math.log(most / least);
    return (from + share * (to - from)).toFixed(1);
  };
  const atX = (value: number) => place(value, x, LEFT, WIDTH - RIGHT);
  const atY = (value: number) => place(value, y, HEIGHT - BOTTOM, TOP);
  const gridX = x.ticks.map(
    ([value, text]) =>
      `<path class="grid" d="M${atX(value)} ${TOP}V${HEIGHT - BOTTOM}"/><text x="${atX(value)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${text}</text>`,
  );
  const gridY = y.ticks.map(
    ([value, text]) =>
      `<path class="grid" d="M${LEFT} ${atY(value)}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${Number(atY(value)) + 4}" text-anchor="end">${text}</text>`,
  );
  const drawn = curves.map(({ colour, dash = 'none', points }) => {
    const path = points.map(([px, py]) => `${atX(px)} ${atY(py)}`).join('L');
    return `<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash}"/>`;
  });
  const left = side === 'left' ? LEFT + 10 : WIDTH - RIGHT - 150;
  const legend = curves.map(({ name, colour, dash = 'none' }, index) => {
    const top = TOP + 18 + index * 20;
    return `<path d="M${left + 8} ${top}h32" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash}"/><text x="${left + 48}" y="${top + 4}">${name}</text>`;
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">`,
    '<style>text{font:13px system-ui,sans-serif;fill:#24292f}.grid{stroke:#d8dee4}.title{font-weight:600;font-size:15px}</style>',
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="8" fill="#fff"/>`,
    `<text class="title" x="${LEFT}" y="28">${title}</text>`,
    ...gridX,
    ...gridY,
    ...drawn,
    `<rect x="${left}" y="${TOP + 4}" width="140" height="${curves.length * 20 + 8}" fill="#fff"/>`,
    ...legend,
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${x.label}</text>`,
    `<text transform="translate(16 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${y.label}</text>`,
    '</svg>',
  ].join('\n')}\n`;
}

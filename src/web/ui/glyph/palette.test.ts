import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockNames } from '#engine/reading.ts';
import { measureContrast, measureDistance, seeAs, sightNames, toLinear, toOklab } from './colour-sight.ts';
import { paperColours, petalColours, type Scheme } from './palette.ts';

const schemes: Scheme[] = ['light', 'dark'];
const pairs = blockNames.flatMap((one, at) => blockNames.slice(at + 1).map((other) => [one, other] as const));

for (const scheme of schemes) {
  const colours = petalColours[scheme];

  test(`every petal stands out from the paper (${scheme})`, () => {
    for (const block of blockNames) {
      const contrast = measureContrast(toLinear(colours[block]), toLinear(paperColours[scheme]));
      assert.ok(contrast >= 3, `${block} has ${contrast.toFixed(2)} on paper, 3 is the least for a picture`);
    }
  });

  test(`each petal has a lightness of its own (${scheme})`, () => {
    for (const [one, other] of pairs) {
      const apart = Math.abs(toOklab(toLinear(colours[one]))[0] - toOklab(toLinear(colours[other]))[0]);
      assert.ok(apart >= 0.07, `${one} and ${other} are ${apart.toFixed(3)} apart in lightness`);
    }
  });

  for (const sight of sightNames) {
    test(`eyes that see ${sight} tell every two petals apart (${scheme})`, () => {
      for (const [one, other] of pairs) {
        const apart = measureDistance(seeAs(toLinear(colours[one]), sight), seeAs(toLinear(colours[other]), sight));
        assert.ok(apart >= 0.07, `${one} and ${other} are ${apart.toFixed(3)} apart`);
      }
    });
  }
}

test('the simulator leaves grey grey and turns colour into grey only where it should', () => {
  const grey = toLinear('#808080');
  for (const sight of sightNames) {
    for (const [at, value] of seeAs(grey, sight).entries()) assert.ok(Math.abs(value - (grey[at] ?? 0)) < 1e-3);
  }
  const [r, g, b] = seeAs(toLinear('#c02020'), 'grey');
  assert.equal(r, g);
  assert.equal(g, b);
  // Red and green of the same lightness fall together for deutan eyes, blue and yellow do not.
  const deutan = (hex: string) => seeAs(toLinear(hex), 'deutan');
  assert.ok(
    measureDistance(deutan('#b8473d'), deutan('#6b7a20')) <
      measureDistance(toLinear('#b8473d'), toLinear('#6b7a20')) / 2,
  );
});

/** The chance a page shows against what happened: the same reckoning as the product's own check. */
export { type Calibration, calibrate, type Forecast } from '#engine/index.ts';

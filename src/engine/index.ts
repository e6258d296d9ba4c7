/** The engine: pure mathematics of a tie. See docs/model/. */
export {
  type ActFigures,
  type ActGain,
  type ActName,
  actTable,
  computeActGain,
  computeSpreadGain,
} from './act-gain.ts';
export { alarmOf } from './alarm.ts';
export {
  type BackTest,
  type BackTestTable,
  backTestTie,
  type Observation,
  summariseBackTest,
} from './back-test.ts';
export {
  addToPool,
  type EvidencePool,
  emptyPool,
  evidenceWithout,
  pickSharedEvidence,
  readBaseRate,
  readPool,
  sharedFacets,
} from './base-rate.ts';
export {
  type BenefitKind,
  type BenefitTraits,
  type BenefitWeights,
  benefitKinds,
  benefitTable,
  benefitWeights,
  largestBenefitWeight,
  resolveBenefitWeights,
} from './benefits.ts';
export { type BlockValues, computeBond, computeMarginalGain, computePotential } from './bond.ts';
export { findBondCrossing } from './bond-crossing.ts';
export {
  type BuyingKind,
  type BuyingModel,
  type BuyingReading,
  buyingKinds,
  expectPurchases,
  fitBuying,
  readBuying,
  shippedBuying,
} from './buying.ts';
export { type BuyingHistory, countHistories, historyOfDays } from './buying-history.ts';
export {
  binOfChance,
  type Calibration,
  calibrate,
  computeAuc,
  computeMean,
  type Forecast,
  rankMiddle,
  readShare,
  type ShareInterval,
} from './calibration.ts';
export { averageChains, computeChainStrength, foretellByChains } from './chain.ts';
export { type Channel, type ChannelTraits, channels, channelTable } from './channels.ts';
export { checkTieEvent, largestWeight } from './check-event.ts';
export { type ChosenBuying, chooseBuying } from './choose-buying.ts';
export { addOpenMs, countOpenMs } from './closures.ts';
export { findClusters } from './clusters.ts';
export { plainContext } from './context.ts';
export { readContinuationChance } from './continuation.ts';
export { type CutPoints, findCutPoints } from './cut-points.ts';
export {
  faultsOf,
  type InteractionFacts,
  type Receiver,
  type TieFault,
  type TieRow,
  tieEventsOf,
} from './derive.ts';
export { type DirectionState, keptDays, type TieState, type TraceName, traceNames } from './direction-state.ts';
export { type EvidenceCode, type EvidenceTraits, evidenceCodes, evidenceTable } from './evidence.ts';
export { type Contribution, explainBlock, type LoggedEvent, type Meaning } from './explain.ts';
export type { Facet } from './facets.ts';
export type { TieInput } from './figures.ts';
export { copyState, emptyState, foldEvent, stateOf } from './fold.ts';
export { courseOfGiving, type GivenSum } from './give-course.ts';
export { buildGraph, type Graph } from './graph.ts';
export { type HistoryPoint, historyOf } from './history.ts';
export { type InteractionKind, interactionKinds, kindTable, type Side } from './kinds.ts';
export { higherStatus, lowerStatus } from './level.ts';
export { mergeDays, mergeStates } from './merge.ts';
export {
  computeDependency,
  computeNoisyOr,
  type OrganisationReading,
  type PersonShare,
  readOrganisation,
  type Strand,
} from './organisation.ts';
export {
  defaultParameters,
  type Ground,
  type ModelParameters,
  type Parameter,
  type ParameterGroup,
  type ParameterName,
  parameterNames,
  parameterTable,
  resolveParameters,
  type Unit,
} from './parameters.ts';
export {
  leastTwoSidedTies,
  type Proposal,
  proposeParameters,
  type TenantEvidence,
} from './propose-parameters.ts';
export { type ReadTieInput, readTie } from './read-tie.ts';
export {
  type Alarm,
  type AlarmSilencedBy,
  alarms,
  type Block,
  type BlockName,
  type BothWays,
  blockNames,
  type Closure,
  type ContactWish,
  type Correction,
  type Expectation,
  type Fault,
  type Knowledge,
  type Reason,
  type Rhythm,
  type Status,
  statuses,
  type TieContext,
  type TieReading,
} from './reading.ts';
export { type ReasonCode, reasonCodes } from './reason-codes.ts';
export { type Source, type SourceId, sources } from './sources.ts';
export { findSpanningForest } from './spanning-forest.ts';
export { flattenState, type PlainState, reviveState } from './state-json.ts';
export { type StatusInput, statusAt } from './status.ts';
export {
  type ChannelFamily,
  channelFamilies,
  type Direction,
  directions,
  type PressureChannel,
  pressureChannels,
  type TieEvent,
  type TrustFacet,
  trustFacets,
} from './tie-event.ts';
export { type DirectedEvent, emptyTie, sortByTime, tieStateOf } from './tie-log.ts';
export { computeDecay, dayMs, findTraceCrossing, lowestExponent, smallestTrace } from './trace.ts';
export { forgottenBeforeMs, readUsefulness, type Usefulness, type Verdict } from './usefulness.ts';
export { type Cause, explainChange, type TieChange } from './what-changed.ts';
export { whatIf } from './what-if.ts';
export { findWidestWay, listWidestWays, type Way, type WayAsked } from './widest-path.ts';

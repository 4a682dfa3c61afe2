import { ApprovalLayer, SkipReason, StepState } from './approval.enums.js';
import { dueAt, layersOf, type Step, turnOf } from './approval.rules.js';

const NOON = new Date('2026-11-22T12:00:00Z');

function step(id: string, given: Partial<Step> = {}): Step {
  const layer = ApprovalLayer.REGIONAL_BRANCH;
  return { id, layer, organizationId: 'branch', state: StepState.WAITING, hasDecider: true, ...given };
}

describe('the layers that are asked', () => {
  it('are those the offering names, in its order', () => {
    const approvalLayers = [ApprovalLayer.SECTORAL_UNION, ApprovalLayer.PROVIDER];
    expect(layersOf({ asksApproval: true, approvalLayers })).toEqual(approvalLayers);
  });

  it('are the provider alone when it names none, and nobody when it asks none', () => {
    expect(layersOf({ asksApproval: true, approvalLayers: [] })).toEqual([ApprovalLayer.PROVIDER]);
    expect(layersOf({ asksApproval: false, approvalLayers: [] })).toEqual([]);
  });
});

describe('whose turn it is', () => {
  it('is the first layer’s', () => {
    expect(turnOf([step('a'), step('b')], true)).toMatchObject({ skipped: [], asked: { id: 'a' }, outcome: 'ASKED' });
  });

  it('stays with who is asked already', () => {
    const steps = [step('a', { state: StepState.PENDING }), step('b')];
    expect(turnOf(steps, true)).toEqual({ skipped: [], asked: null, outcome: 'ASKED' });
  });

  it('is nobody’s when the last has agreed', () => {
    const steps = [step('a', { state: StepState.SKIPPED }), step('b', { state: StepState.APPROVED })];
    expect(turnOf(steps, true).outcome).toBe('APPROVED');
  });

  it.each([
    ['nobody there can decide', step('a', { hasDecider: false }), true, SkipReason.NOBODY_TO_DECIDE],
    ['there is no such organization', step('a', { organizationId: null }), true, SkipReason.NO_SUCH_LAYER],
    ['theirs is not known', step('a', { organizationId: null }), false, SkipReason.ORGANIZATION_UNKNOWN],
  ])('passes over a layer when %s', (_, first, homeKnown, because) => {
    const turn = turnOf([first, step('b')], homeKnown);
    expect(turn).toMatchObject({ skipped: [{ id: 'a', because }], asked: { id: 'b' } });
  });

  it('says that nobody was heard when all are passed over', () => {
    const steps = [step('a', { hasDecider: false }), step('b', { organizationId: null })];
    expect(turnOf(steps, true)).toMatchObject({ asked: null, outcome: 'UNHEARD' });
    expect(turnOf(steps, true).skipped).toHaveLength(2);
  });

  it('never passes over the provider', () => {
    const provider = step('a', { layer: ApprovalLayer.PROVIDER, hasDecider: false });
    expect(turnOf([provider], false)).toMatchObject({ asked: { id: 'a' }, outcome: 'ASKED' });
  });
});

describe('the time a layer has', () => {
  it('is a week, and for the provider has no end', () => {
    expect(dueAt(ApprovalLayer.SECTORAL_UNION, NOON)).toEqual(new Date('2026-11-29T12:00:00Z'));
    expect(dueAt(ApprovalLayer.PROVIDER, NOON)).toBeNull();
  });
});

import { newStaff } from '../../support/catalog.world.js';
import { acts, enrollmentIn } from '../../support/enrollment.acts.js';
import { type Human, world } from '../../support/enrollment.world.js';
import { newcomersTold, toldTo as toldWith } from '../../support/told.js';

const toldTo = (who: Pick<Human, 'accountId'>) => toldWith(who, 'reason', 'note', 'ahead', 'people');

describe('what people hear of their places', () => {
  it('is a seat, a wait, and the seat that somebody gave up', async () => {
    const offering = await world.offering({ capacity: 1 });
    const [first, second, third] = (await world.people(3)) as [Human, Human, Human];

    const { id } = enrollmentIn(await acts.enroll(first, offering.id));
    await acts.enroll(second, offering.id);
    await acts.enroll(third, offering.id);
    await newcomersTold();
    await acts.cancel(first, id);
    await acts.cancel(first, id);

    expect(await toldTo(first)).toEqual(['SEAT_CONFIRMED', 'PLACE_RELEASED CANCELLED_BY_PERSON']);
    expect(await toldTo(second)).toEqual(['WAITLISTED 0', 'SEAT_CONFIRMED']);
    expect(await toldTo(third)).toEqual(['WAITLISTED 1']);
  });

  it('is nothing when they are refused, or ask twice under one key', async () => {
    const offering = await world.offering({ capacity: 1 });
    const [first, second] = (await world.people(2)) as [Human, Human];

    await acts.enroll(first, offering.id, { key: 'same' });
    await acts.enroll(first, offering.id, { key: 'same' });
    await acts.enroll(second, offering.id, { whenFull: 'DECLINE' });

    expect(await toldTo(first)).toEqual(['SEAT_CONFIRMED']);
    expect(await toldTo(second)).toEqual([]);
  });

  it('is a seat offered for a time, which another hears of when it is declined', async () => {
    const offering = await world.offering({ capacity: 1, asksAcceptance: true });
    const [first, second, third] = (await world.people(3)) as [Human, Human, Human];
    const { id } = enrollmentIn(await acts.enroll(first, offering.id));
    const { id: waiting } = enrollmentIn(await acts.enroll(second, offering.id));
    await acts.enroll(third, offering.id);
    await newcomersTold();

    await acts.cancel(first, id);
    await acts.decline(second, waiting);

    expect(await toldTo(second)).toEqual(['WAITLISTED 0', 'SEAT_OFFERED']);
    expect(await toldTo(third)).toEqual(['WAITLISTED 1', 'SEAT_OFFERED']);
  });

  it('is the decision, after those who decide were asked for it', async () => {
    const offering = await world.offering({ asksApproval: true });
    const officer = await newStaff(offering.providerId, 'ENROLLMENT_OFFICER');
    const [wanted, unwanted] = (await world.people(2)) as [Human, Human];
    const yes = enrollmentIn(await acts.enroll(wanted, offering.id));
    const no = enrollmentIn(await acts.enroll(unwanted, offering.id));
    expect([await toldTo(wanted), await toldTo(unwanted)]).toEqual([[], []]);

    await acts.decide(officer, yes.id, 'APPROVE');
    await acts.decide(officer, no.id, 'DECLINE', 'Not of this sector.');

    expect(await toldTo(officer)).toEqual(['APPROVAL_REQUESTED 1', 'APPROVAL_REQUESTED 1']);
    expect(await toldTo(wanted)).toEqual(['SEAT_CONFIRMED']);
    expect(await toldTo(unwanted)).toEqual(['PLACE_RELEASED APPROVAL_DECLINED Not of this sector.']);
  });

  it('is why the whole course does not take place', async () => {
    const offering = await world.offering({ capacity: 1 });
    const [seated, waiting] = (await world.people(2)) as [Human, Human];
    await acts.enroll(seated, offering.id);
    await acts.enroll(waiting, offering.id);
    await newcomersTold();

    await acts.cancelOffering(offering.admin, offering.id);

    const end = 'PLACE_RELEASED OFFERING_CANCELLED Too few people.';
    expect(await toldTo(seated)).toEqual(['SEAT_CONFIRMED', end]);
    expect(await toldTo(waiting)).toEqual(['WAITLISTED 0', end]);
  });
});

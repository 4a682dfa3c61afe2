import { DeliveryMode, OfferingStatus } from '../offering/offering.enums.js';
import { type CourseFacts, courseThing, type OfferingFacts, offeringThing } from './linked-data.rules.js';

const COURSE: CourseFacts = {
  address: 'https://odaq.example/catalog/courses/1',
  slug: 'law',
  titles: { uz: 'Huquq', ru: 'Право' },
  summaries: {},
  languages: ['uz'],
  outcomes: [{ uz: 'Biladi' }],
  providerNames: { uz: 'Akademiya' },
  academicHours: 36,
  minutesPerAcademicHour: 45,
};
const OFFERING: OfferingFacts = {
  address: 'https://odaq.example/catalog/offerings/2',
  courseAddress: COURSE.address,
  status: OfferingStatus.OPEN,
  mode: DeliveryMode.ON_SITE,
  language: 'uz',
  startsAt: new Date('2027-02-01T04:00:00Z'),
  endsAt: new Date('2027-02-05T10:00:00Z'),
  opensAt: new Date('2027-01-01T04:00:00Z'),
  closesAt: new Date('2027-01-30T04:00:00Z'),
  capacity: 20,
  seatsLeft: 3,
  price: { amount: '150000.00', currency: 'UZS' },
  venue: { name: 'House of Unions', locality: 'Tashkent', address: null, countryCode: 'UZ' },
  providerNames: { uz: 'Akademiya' },
};

describe('a course for search engines', () => {
  it('is told in all its languages, in clock time, with its dates', () => {
    expect(courseThing(COURSE, [OFFERING])).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Course',
      '@id': COURSE.address,
      url: COURSE.address,
      identifier: 'law',
      name: [
        { '@language': 'uz', '@value': 'Huquq' },
        { '@language': 'ru', '@value': 'Право' },
      ],
      inLanguage: ['uz'],
      provider: { '@type': 'Organization', name: [{ '@language': 'uz', '@value': 'Akademiya' }] },
      teaches: [{ '@language': 'uz', '@value': 'Biladi' }],
      timeRequired: 'PT1620M',
      hasCourseInstance: [expect.objectContaining({ '@type': 'CourseInstance', '@id': OFFERING.address })],
    });
  });

  it('says nothing of time that nobody told', () => {
    expect(courseThing({ ...COURSE, minutesPerAcademicHour: null }, [])).not.toHaveProperty('timeRequired');
  });
});

describe('an offering for search engines', () => {
  it.each<[string, Partial<OfferingFacts>, object]>([
    [
      'has seats for a price',
      {},
      { category: 'Paid', price: '150000.00', priceCurrency: 'UZS', availability: 'https://schema.org/InStock' },
    ],
    ['is full', { seatsLeft: 0 }, { availability: 'https://schema.org/SoldOut' }],
    ['is not open yet', { status: OfferingStatus.TENTATIVE }, { availability: 'https://schema.org/SoldOut' }],
    ['is free', { price: null }, { category: 'Free', price: '0' }],
  ])('that %s', (_, change, offers) => {
    expect(offeringThing({ ...OFFERING, ...change }).offers).toMatchObject(offers);
  });

  it.each<[string, Partial<OfferingFacts>, object]>([
    ['in a place', {}, { courseMode: 'onsite', location: { '@type': 'Place', name: 'House of Unions' } }],
    [
      'online',
      { mode: DeliveryMode.ONLINE, venue: null },
      { courseMode: 'online', location: { '@type': 'VirtualLocation' } },
    ],
    ['that is cancelled', { status: OfferingStatus.CANCELLED }, { eventStatus: 'https://schema.org/EventCancelled' }],
  ])('%s', (_, change, told) => {
    expect(offeringThing({ ...OFFERING, ...change })).toMatchObject(told);
  });

  it('whose place is not known yet names none', () => {
    expect(offeringThing({ ...OFFERING, venue: null })).not.toHaveProperty('location');
  });
});

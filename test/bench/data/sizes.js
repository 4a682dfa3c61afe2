/** From small on each has ten times the data of the one before it; academies, regions and unions do not grow. */
export const SIZES = {
  /** For tests: just large enough that PostgreSQL would rather use an index. */
  tiny: {
    academies: 60,
    courses: 1_200,
    offerings: 1_500,
    organizations: 1_000,
    persons: 3_000,
    enrollments: 5_000,
    requests: 1_500,
  },
  /** For search: the catalog of the large one, and little beside it. */
  catalog: { ...sizeOf(1), courses: 100_000 },
  small: sizeOf(1),
  usual: sizeOf(10),
  large: sizeOf(100),
};

function sizeOf(times) {
  return {
    academies: 60,
    courses: 1_000 * times,
    offerings: 4_000 * times,
    organizations: 160 * times,
    persons: 30_000 * times,
    enrollments: 100_000 * times,
    requests: 100 * times,
  };
}

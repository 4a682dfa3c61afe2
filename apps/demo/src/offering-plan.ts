import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DeliveryMode, Instructors, OfferingStatus, Scheduling, Venues } from '#enrollment';
import type { RequestContext, Viewer } from '#platform';
import type { DemoCourse } from './data.js';
import { organizationId } from './people.js';
import { timetable } from './timetable.js';

const ROOMS = ['Room 1', 'Room 2'];
const INSTRUCTORS = ['First instructor', 'Second instructor'];

/** Groups of 20 to 25 are what the training center of the Uzbek federation names (edu.kasaba.uz). */
const GROUPS = [20, 22, 24, 25];

interface Site {
  venueId: string;
  roomIds: string[];
  instructorIds: string[];
  timeZone: string;
  /** Offerings planned here so far; two run side by side. */
  planned: number;
}

/** Puts each demo course on the calendar of its provider: two groups at a time, each with a room and an instructor. */
export class OfferingPlan {
  private readonly sites = new Map<string, Site>();

  constructor(private readonly app: INestApplicationContext) {}

  async schedule(asked: RequestContext, viewer: Viewer, course: DemoCourse, courseId: string): Promise<void> {
    const site = await this.siteOf(asked, viewer, course.provider);
    const [known] = await this.query('SELECT 1 FROM offering WHERE course_id = $1', [courseId]);
    for (const language of course.languages.slice(0, 2)) {
      const slot = site.planned;
      site.planned += 1;
      if (!known) await this.scheduleOne(asked, viewer, { course, courseId, site, language, slot });
    }
  }

  private async scheduleOne(asked: RequestContext, viewer: Viewer, given: Slot): Promise<void> {
    const { course, courseId, site, language, slot } = given;
    const isOnline = slot % 5 === 4;
    const lane = slot % 2;
    const week = Math.floor(slot / 2) * 2;
    const sessions = timetable(site.timeZone, week, course).map((meeting) => ({
      ...meeting,
      roomId: isOnline ? null : site.roomIds[lane],
      instructorIds: [site.instructorIds[lane] as string],
    }));
    const capacity = GROUPS[slot % GROUPS.length] as number;
    await this.app.get(Scheduling, { strict: false }).schedule(asked, viewer, {
      courseId,
      status: slot % 9 === 8 ? OfferingStatus.TENTATIVE : OfferingStatus.OPEN,
      mode: modeOf(course, isOnline),
      language,
      timeZone: site.timeZone,
      venueId: isOnline ? null : site.venueId,
      sessions,
      capacity,
      minimum: Math.floor(capacity / 2),
      approvalLayers: [],
      asksNomineeAcceptance: false,
      asksApproval: slot % 7 === 6,
      asksAcceptance: slot % 3 === 2,
    });
  }

  private async siteOf(asked: RequestContext, viewer: Viewer, provider: string): Promise<Site> {
    const known = this.sites.get(provider);
    if (known) return known;
    const site = await this.findOrMakeSite(asked, viewer, organizationId(provider));
    this.sites.set(provider, site);
    return site;
  }

  private async findOrMakeSite(asked: RequestContext, viewer: Viewer, id: string): Promise<Site> {
    const [organization] = await this.query(
      'SELECT country_code AS "countryCode", time_zone AS "timeZone" FROM organization WHERE id = $1',
      [id],
    );
    if (!organization) throw new Error(`the demo world has no organization ${id}`);
    const { countryCode = '', timeZone = '' } = organization;
    const [venue] = await this.query('SELECT id FROM venue WHERE organization_id = $1', [id]);
    if (!venue) {
      await this.app.get(Venues, { strict: false }).create(asked, viewer, {
        organizationId: id,
        name: 'Demo training rooms',
        locality: 'Demo',
        countryCode,
        timeZone,
        rooms: ROOMS.map((name) => ({ name, seats: Math.max(...GROUPS) })),
      });
    }
    const instructors = await this.query('SELECT id FROM instructor WHERE organization_id = $1', [id]);
    for (const givenName of INSTRUCTORS.slice(instructors.length)) {
      const service = this.app.get(Instructors, { strict: false });
      await service.add(asked, viewer, { organizationId: id, familyName: 'Demo', givenName });
    }
    return this.readSite(id, timeZone);
  }

  private async readSite(id: string, timeZone: string): Promise<Site> {
    const rooms = await this.query(
      `SELECT room.id, venue_id AS "venueId" FROM room JOIN venue ON venue.id = room.venue_id
       WHERE organization_id = $1 ORDER BY room.name`,
      [id],
    );
    const instructors = await this.query('SELECT id FROM instructor WHERE organization_id = $1 ORDER BY id', [id]);
    return {
      venueId: String(rooms[0]?.venueId),
      roomIds: rooms.map((room) => String(room.id)),
      instructorIds: instructors.map((instructor) => String(instructor.id)),
      timeZone,
      planned: 0,
    };
  }

  private query(sql: string, parameters: unknown[]): Promise<Record<string, string>[]> {
    return this.app.get(DataSource).query(sql, parameters);
  }
}

interface Slot {
  course: DemoCourse;
  courseId: string;
  site: Site;
  language: string;
  slot: number;
}

function modeOf({ kind }: DemoCourse, isOnline: boolean): DeliveryMode {
  if (isOnline) return DeliveryMode.ONLINE;
  return kind === 'RESIDENTIAL' ? DeliveryMode.RESIDENTIAL : DeliveryMode.ON_SITE;
}

import './notices.messages.js';
import './writing/wording.messages.js';
import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '#platform';
import { PreferencesResolver } from './preferences/preferences.resolver.js';
import { NoticePreferences } from './preferences/preferences.service.js';
import { UnsubscribeRoute } from './preferences/unsubscribe.route.js';
import { Carrier } from './sending/carrier.js';
import { Deliveries } from './sending/deliveries.service.js';
import { folderCarrier } from './sending/folder.carrier.js';
import { outboxFolder } from './sending/mail-line.js';
import { smtpCarrier } from './sending/smtp.carrier.js';

const carrier = {
  provide: Carrier,
  inject: [SETTINGS],
  useFactory: (settings: Settings): Carrier =>
    settings.smtpUrl ? smtpCarrier(settings.smtpUrl) : folderCarrier(outboxFolder(settings)),
};

/** Messages to people: written with what they tell of, sent by a job, as the receiver wants them. */
@Module({ providers: [carrier, Deliveries, NoticePreferences, PreferencesResolver, UnsubscribeRoute] })
export class NoticesModule {}

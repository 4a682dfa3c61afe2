import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '#identity';
import { Asked, CurrentViewer, payload, type RequestContext, Requires, type Viewer } from '#platform';
import { NoticePreferences } from './preferences.service.js';
import { NoticePreferencesType, SetNoticePreferencesInput, SetNoticePreferencesPayload } from './preferences.type.js';

@Resolver(() => ViewerType)
export class PreferencesResolver {
  constructor(private readonly preferences: NoticePreferences) {}

  @Mutation(() => SetNoticePreferencesPayload, { description: 'Says in which language, and which messages, to send.' })
  @Requires('viewer.act')
  setNoticePreferences(
    @Args('input') input: SetNoticePreferencesInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SetNoticePreferencesPayload> {
    return payload(SetNoticePreferencesPayload, async () => ({
      noticePreferences: await this.preferences.set(asked, viewer, input),
    }));
  }

  @ResolveField(() => NoticePreferencesType, { description: 'How the viewer wants messages.' })
  noticePreferences(@Parent() { accountId }: Pick<ViewerType, 'accountId'>): Promise<NoticePreferencesType> {
    return this.preferences.of(accountId);
  }
}

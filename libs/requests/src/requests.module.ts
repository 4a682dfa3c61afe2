import './requests.messages.js';
import './templates.messages.js';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { CurriculaModule } from '#curriculum';
import { EnrollmentModule } from '#enrollment';
import { IdentityModule } from '#identity';
import { Nodes } from '#platform';
import { ReferenceModule } from '#reference';
import { AnsweringResolver } from './answering/answering.resolver.js';
import { Deciding } from './answering/deciding.service.js';
import { ProposalLists } from './answering/proposal.queries.js';
import { ProposalResolver, ProposedCourseResolver, RequestProposalsResolver } from './answering/proposal.resolver.js';
import { Proposing } from './answering/proposing.service.js';
import { Triage } from './answering/triage.service.js';
import { AskingResolver } from './asking/asking.resolver.js';
import { Asking } from './asking/asking.service.js';
import { Soundness } from './asking/soundness.js';
import { Deliveries } from './delivery/deliveries.js';
import { DeliveryResolver } from './delivery/delivery.resolver.js';
import { Evaluating } from './delivery/evaluating.service.js';
import { PromisedSeats } from './delivery/promised-seats.js';
import { RequestScheduling } from './delivery/scheduling.service.js';
import { DemandResolver } from './demand/demand.resolver.js';
import { Demand } from './demand/demand.service.js';
import { Answers } from './request/answers.js';
import { RequestListsResolver } from './request/lists.resolver.js';
import {
  EvaluationResolver,
  EventResolver,
  MessageResolver,
  NextActorResolver,
  PeopleInPlaceResolver,
  SupportResolver,
} from './request/parts.resolver.js';
import { RequestLists } from './request/request.lists.js';
import { RequestLoaders } from './request/request.loaders.js';
import { ProgramRequestResolver } from './request/request.resolver.js';
import { ProgramRequests } from './request/requests.queries.js';
import { RequestRights } from './request/rights.js';
import { Similar } from './similar/similar.queries.js';
import { RequestSimilarResolver, SimilarResolver } from './similar/similar.resolver.js';
import { SupportMutationsResolver } from './support/support.resolver.js';
import { Support } from './support/support.service.js';
import { TalkResolver } from './talk/talk.resolver.js';
import { Talk } from './talk/talk.service.js';
import { Starting } from './templates/starting.service.js';
import { Templates } from './templates/template.queries.js';
import {
  CurriculumOriginResolver,
  NearestCurriculumResolver,
  RequestTemplatesResolver,
} from './templates/templates.resolver.js';

/** Program requests: a union asks for the training it lacks and follows its request to the end. */
@Module({
  imports: [CatalogModule, CurriculaModule, EnrollmentModule, IdentityModule, ReferenceModule],
  providers: [
    Answers,
    AnsweringResolver,
    Asking,
    AskingResolver,
    CurriculumOriginResolver,
    Deciding,
    Deliveries,
    DeliveryResolver,
    Demand,
    DemandResolver,
    Evaluating,
    EvaluationResolver,
    EventResolver,
    MessageResolver,
    NextActorResolver,
    NearestCurriculumResolver,
    PeopleInPlaceResolver,
    ProgramRequestResolver,
    ProgramRequests,
    PromisedSeats,
    ProposalLists,
    ProposalResolver,
    ProposedCourseResolver,
    Proposing,
    RequestLists,
    RequestListsResolver,
    RequestLoaders,
    RequestProposalsResolver,
    RequestRights,
    RequestScheduling,
    RequestSimilarResolver,
    RequestTemplatesResolver,
    Similar,
    SimilarResolver,
    Soundness,
    Starting,
    Support,
    SupportMutationsResolver,
    SupportResolver,
    Talk,
    TalkResolver,
    Templates,
    Triage,
  ],
})
export class RequestsModule implements OnModuleInit {
  constructor(
    private readonly nodes: Nodes,
    private readonly loaders: RequestLoaders,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ProgramRequest', (id, asked) => this.loaders.byId.of(asked).load(id.toLowerCase()));
  }
}

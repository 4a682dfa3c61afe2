export { AccessGuard } from './access/access.guard.js';
export { Authority } from './access/authority.js';
export { Asked, CurrentViewer } from './access/current-viewer.js';
export { ACCESS_RULE, type AccessRule, Public, Requires } from './access/declare.js';
export type { Viewer } from './access/viewer.js';
export { type Act, Acts, keyClaimOf, outcomeOf, refusedOutcome, retell } from './acts/acts.service.js';
export { type DoneAct, recordActs } from './acts/audit.js';
export { AuditEntry } from './acts/audit-entry.entity.js';
export { type ClaimAnswer, findOutcomes, type KeyClaim, keepOutcomes } from './acts/idempotency.js';
export { IdempotencyKey, type Outcome } from './acts/idempotency-key.entity.js';
export { createDataSource, type DatabaseOptions } from './database/data-source.js';
export { interruptionOf, violates } from './database/interruptions.js';
export { ofAnyLength } from './database/of-any-length.js';
export { prepared } from './database/prepared.js';
export { PLANNED_EACH_TIME } from './database/statement-names.js';
export { type AfterCommit, Transactions, type WithCommit } from './database/transactions.js';
export { faults, type Violation } from './errors/faults.js';
export { payload } from './errors/payload.js';
export { Reason, Refusal, reasonsOf, refuse, reviveReason, type StoredReason } from './errors/reason.js';
export { UserError } from './errors/user-error.js';
export { BatchLoader, grouped } from './graphql/batch-loader.js';
export { connectionOf, type Edge, edgeAt, Page, PageArgs, PageInfo, pageOf } from './graphql/connection.js';
export { decodeCursor, encodeCursor, type Position } from './graphql/cursor.js';
export { contextOf, graphqlOptions } from './graphql/graphql-options.js';
export { IsPlainText, isPlainText } from './graphql/is-plain-text.js';
export { Money, MoneyInput } from './graphql/money.type.js';
export { Node } from './graphql/node.type.js';
export { type NodeFinder, Nodes } from './graphql/nodes.js';
export { type Order, paginate } from './graphql/paginate.js';
export type { RequestContext } from './graphql/request-context.js';
export { CurrencyCode, DateTime, Day, Decimal, Locale } from './graphql/scalars.js';
export { HealthController } from './health/health.controller.js';
export { BadParameter } from './http/bad-parameter.js';
export { countryIn, dayIn, languageIn, numberIn, type QueryParameters } from './http/parameters.js';
export { type ReadablePage, sendPage } from './http/send-page.js';
export { isId, newId } from './ids.js';
export { addJobs, enqueue, type Job, type JobHandler, Jobs } from './jobs/jobs.service.js';
export { Binds } from './lists/binds.js';
export { Kept, type Versioned } from './lists/kept.js';
export { Keyset, type SortedBy } from './lists/keyset.js';
export { NestedList, type PageUnder } from './lists/nested-list.js';
export { readPlannedPage } from './lists/planned-page.js';
export { readEntities } from './lists/read-entities.js';
export { joinsOf, plannedColumnsOf, type ReadFor, type RowPlan } from './lists/row-plan.js';
export { asRow, columnsOf, jsonRow } from './lists/rows.js';
export { log } from './logging/log.js';
export { defineMessages, messageKeys, SPOKEN, sentence } from './messages/messages.js';
export { platformModule } from './platform.module.js';
export {
  type PostgresOptions,
  PostgresUnavailable,
  type RunningPostgres,
  startEmbeddedPostgres,
} from './postgres/index.js';
export { Changes, Memory, PublicAnswers, SharedLoader, servePublicAnswers } from './public-answers/index.js';
export {
  type Ahead,
  type AheadOf,
  type Brings,
  byReader,
  forReader,
  LookAhead,
  type LookedAhead,
  type PageAhead,
  type PageNeeds,
  type Reading,
  readingOrder,
  readRows,
  Selection,
} from './reading/index.js';
export { onPrimary, Replicas } from './replicas/index.js';
export { BadSettings, readSettings, SETTINGS, type Settings } from './settings/settings.js';
export {
  canonicalLocale,
  foldForIndex,
  foldQuery,
  pickLocale,
  readingChain,
  stemsOf,
  textDirection,
} from './text/index.js';
export { Line } from './waiting/line.js';

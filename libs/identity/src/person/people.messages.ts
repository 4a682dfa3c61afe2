import { defineMessages } from '#platform';

defineMessages({});

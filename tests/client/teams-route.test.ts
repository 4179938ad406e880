import { describe, expect, it } from 'vitest';
import { routeOf } from '../../client/route.ts';
import { pageOf } from '../../server/http/links.ts';

describe('the address of the team sheet', () => {
  it('[TM15] opens for the chief interpreter, whose link leads there, and for the chair', () => {
    expect(routeOf(pageOf('m1', 'chief'))).toEqual({ page: 'teams', meetingId: 'm1', station: 'chief' });
    expect(routeOf('/m/m1/teams/chair')).toEqual({ page: 'teams', meetingId: 'm1', station: 'chair' });
    expect(routeOf('/m/m1/teams/webcast')).toEqual({ page: 'notFound' });
  });
});

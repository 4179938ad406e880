/**
 * A string that stands for one kind of thing. Plain strings (from JSON, from a URL) are accepted; an id of another kind is not.
 */
export type Id<Kind extends string> = string & { readonly __kind?: Kind };

export type MeetingId = Id<'meeting'>;
export type SegmentId = Id<'segment'>;
export type EntryId = Id<'entry'>;
export type PersonId = Id<'person'>;
export type CueId = Id<'cue'>;
export type ChangeId = Id<'change'>;
export type SignalId = Id<'signal'>;
export type TermId = Id<'term'>;
export type CommandId = Id<'command'>;

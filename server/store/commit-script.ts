/**
 * The scripts that run inside Redis, where nothing comes between their steps. Everything that must be decided in one
 * piece is here; how the parts are read and written from Node is in `redis-event-store.ts`.
 */
import { createHash } from 'node:crypto';

export interface Script {
  readonly lua: string;
  /** What EVALSHA calls it by. */
  readonly sha: string;
}

/** How long a command id is remembered: longer than any client keeps an unfinished command. `realtime.md` section 4. */
const outcomeTtlSeconds = 24 * 60 * 60;

/**
 * `headOf(meta, log)` -> epoch, offset, hash, and whether the log is whole.
 *
 * The fence: a Redis process that did not write the last commit (restarted from its file, or a replica that took over) may
 * not know all that was answered. It starts a new epoch before anything else, and everybody who follows looks again. A head
 * that was deleted is made again from the log, in a new epoch too.
 */
const headOf = `
local info = redis.call('INFO', 'server', 'replication')
local run_id = string.match(info, 'run_id:(%x+)')
local replicas = string.match(info, 'connected_slaves:(%d+)')

local function head_of(meta, log)
  local head = redis.call('HMGET', meta, 'epoch', 'offset', 'hash', 'run_id')
  local epoch, offset, hash = tonumber(head[1]), tonumber(head[2]), head[3]
  if not epoch then
    local last = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)[1]
    if not last then return 0, 0, '', true end
    local field = {}
    for i = 1, #last[2], 2 do field[last[2][i]] = last[2][i + 1] end
    epoch, offset, hash = tonumber(field.epoch), tonumber(string.match(last[1], '^%d+')), field.hash
  end
  if head[4] ~= run_id then
    epoch = epoch + 1
    redis.call('HSET', meta, 'epoch', epoch, 'offset', offset, 'hash', hash, 'run_id', run_id)
  end
  return epoch, offset, hash, redis.call('XLEN', log) == offset
end
`;

/** KEYS: meta, log. Returns epoch, offset, hash, or an error that starts with DAMAGED. */
export const headScript = script(`${headOf}
local epoch, offset, hash, whole = head_of(KEYS[1], KEYS[2])
if not whole then return redis.error_reply('DAMAGED the log of this meeting is not as long as its head says') end
return { tostring(epoch), tostring(offset), hash }
`);

/** `known_of(outcome)` -> what is answered when the command has its outcome already, or nil. */
const knownOf = `
local function known_of(outcome)
  local known = redis.call('GET', outcome)
  if not known then return nil end
  local told = cjson.decode(known)
  -- A write, because WAIT promises to cover only writes of its own connection: the first answer may not have waited.
  redis.call('EXPIRE', outcome, ${outcomeTtlSeconds})
  if told.status == 'refused' then
    return { 'refused', replicas, tostring(told.epoch), tostring(told.offset), told.hash, told.refusal }
  end
  return { 'duplicate', replicas, tostring(told.epoch), tostring(told.offset), told.hash, tostring(told.events) }
end
`;

/**
 * KEYS: meta, log, outcome. ARGV: expected offset, expected hash, the refusal. Returns, as text: `recorded` replicas, or
 * `duplicate`, `refused`, `conflict` as below.
 */
export const refuseScript = script(`${headOf}${knownOf}
local known = known_of(KEYS[3])
if known then return known end

local epoch, offset, hash, whole = head_of(KEYS[1], KEYS[2])
if not whole then return redis.error_reply('DAMAGED the log of this meeting is not as long as its head says') end
if offset ~= tonumber(ARGV[1]) or hash ~= ARGV[2] then
  return { 'conflict', tostring(epoch), tostring(offset), hash }
end

redis.call('SET', KEYS[3], '{"status":"refused","epoch":' .. epoch .. ',"offset":' .. offset .. ',"hash":"' .. hash ..
  '","refusal":' .. cjson.encode(ARGV[3]) .. '}', 'EX', ${outcomeTtlSeconds})
return { 'recorded', replicas }
`);

/**
 * KEYS: meta, log, now, outcome. ARGV: PUBLISH or SPUBLISH, topic, expected offset, expected hash, expires ('' = never), command id, author,
 * schema, number of facts, the facts as JSON, then names and values of `now`.
 *
 * Returns, as text: `duplicate` replicas epoch offset hash events · `refused` replicas epoch offset hash refusal · `expired` time · `conflict` epoch offset hash ·
 * `committed` replicas epoch time hash(1) ... hash(n); replicas: how many are connected.
 *
 * The published message is the list of stored events (\`stored-event.ts\`) with the fact as text, so that a reader can check
 * the chain. Numbers are written by hand: cjson would turn 14 digits into 1.7e+12 in some builds.
 */
export const commitScript = script(`${headOf}${knownOf}
local meta, log, now, outcome = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local publish, topic, expected_offset, expected_hash, expires = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], tonumber(ARGV[5])
local command, by, schema, facts = ARGV[6], ARGV[7], ARGV[8], tonumber(ARGV[9])

local known = known_of(outcome)
if known then return known end

local epoch, offset, hash, whole = head_of(meta, log)
if not whole then return redis.error_reply('DAMAGED the log of this meeting is not as long as its head says') end

local clock = redis.call('TIME')
local time = string.format('%.0f', clock[1] * 1000 + math.floor(clock[2] / 1000))
if expires and tonumber(time) > expires then return { 'expired', time } end

if offset ~= expected_offset or hash ~= expected_hash then
  return { 'conflict', tostring(epoch), tostring(offset), hash }
end

if epoch == 0 then epoch = 1 end
local reply, message = { 'committed', replicas, tostring(epoch), time }, {}
for i = 1, facts do
  local fact = ARGV[9 + i]
  offset = offset + 1
  hash = redis.sha1hex(hash .. offset .. time .. fact)
  redis.call('XADD', log, offset .. '-0', 'epoch', epoch, 'hash', hash, 'time', time, 'by', by, 'command', command,
    'schema', schema, 'fact', fact)
  reply[#reply + 1] = hash
  message[#message + 1] = '{"offset":' .. offset .. ',"epoch":' .. epoch .. ',"hash":"' .. hash .. '","time":' .. time ..
    ',"by":' .. cjson.encode(by) .. ',"commandId":' .. cjson.encode(command) .. ',"schema":' .. schema ..
    ',"fact":' .. cjson.encode(fact) .. '}'
end

redis.call('HSET', meta, 'epoch', epoch, 'offset', offset, 'hash', hash, 'run_id', run_id, 'schema', schema)
if #ARGV > 9 + facts then
  redis.call('DEL', now)
  for i = 10 + facts, #ARGV, 2 do
    local value = ARGV[i + 1]
    if value == '@time' then value = time elseif value == '@offset' then value = offset end
    redis.call('HSET', now, ARGV[i], value)
  end
end
redis.call('SET', outcome, '{"status":"ok","epoch":' .. epoch .. ',"offset":' .. offset .. ',"hash":"' .. hash ..
  '","events":' .. facts .. ',"time":' .. time .. '}', 'EX', ${outcomeTtlSeconds})
redis.call(publish, topic, '[' .. table.concat(message, ',') .. ']')
return reply
`);

function script(lua: string): Script {
  return { lua, sha: createHash('sha1').update(lua).digest('hex') };
}

-- Replays the requests in the file given as the argument, one after another: a line with the length, then the bytes.
local requests, at = {}, 0

function init(args)
  local file = assert(io.open(args[1], "rb"))
  for size in function() return file:read("*l") end do
    requests[#requests + 1] = file:read(tonumber(size))
  end
  file:close()
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout
  print(string.format("RESULT %d %d %d %d %d %d", summary.requests, summary.duration, errors.status, failed,
    latency:percentile(50), latency:percentile(99)))
end

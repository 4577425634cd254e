-- The server in a real Neovim (0.7 and later), without a window: started as server/docs/editors.md says, then a report is
-- opened, its diagnostics awaited, hover and completion asked for where there are any, and a fix applied. What happened
-- is written as JSON to $DISCLOSURE_AUDIT_RESULT.
-- Run: nvim --headless --clean -c 'luafile tests/editors/neovim.lua'

local command = vim.split(vim.env.DISCLOSURE_AUDIT_SERVER, ' ')
local result = { steps = {} }

-- As a user writes it in init.lua.
vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'text', 'markdown', 'html' },
  callback = function(event)
    local client = vim.lsp.start_client({
      name = 'disclosure-audit',
      cmd = command,
      root_dir = vim.fn.fnamemodify(event.file, ':p:h'),
      init_options = { disclosureAudit = { rules = { ['structure/section-numbering'] = 'off' } } },
    })
    vim.lsp.buf_attach_client(event.buf, client)
  end,
})

local function step(name, value)
  result.steps[name] = value == nil and vim.NIL or value
end

local function until_true(probe)
  return (vim.wait(20000, probe, 20))
end

local function codes(buffer)
  return vim.tbl_map(function(diagnostic)
    return diagnostic.user_data.lsp.code
  end, vim.diagnostic.get(buffer))
end

local function ask(buffer, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000) or {}
  for _, answer in pairs(answers) do
    if answer.err then error(method .. ': ' .. vim.inspect(answer.err)) end
    return answer.result
  end
end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DISCLOSURE_AUDIT_REPORT))
  local buffer = vim.api.nvim_get_current_buf()
  step('filetype', vim.bo[buffer].filetype)
  step('attached', until_true(function()
    return #vim.tbl_values(vim.lsp.buf_get_clients(buffer)) == 1
  end))
  until_true(function()
    return #vim.diagnostic.get(buffer) > 0
  end)
  step('diagnostics', codes(buffer))

  local first = vim.diagnostic.get(buffer)[1]
  local offered = vim.tbl_values(vim.lsp.buf_get_clients(buffer))[1].server_capabilities
  local document = { uri = vim.uri_from_bufnr(buffer) }
  local place = first.user_data.lsp.range or {
    start = { line = first.lnum, character = vim.str_utfindex(vim.fn.getline(first.lnum + 1), first.col) },
  }
  local position = place.start
  if offered.hoverProvider then
    step('hover', ask(buffer, 'textDocument/hover', { textDocument = document, position = position }))
  end
  if offered.completionProvider then
    step('completion', ask(buffer, 'textDocument/completion', { textDocument = document, position = position }))
  end
  step('symbols', #ask(buffer, 'textDocument/documentSymbol', { textDocument = document }))

  vim.api.nvim_win_set_cursor(0, { first.lnum + 1, first.col })
  local params = vim.lsp.util.make_range_params(0, 'utf-16')
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, first.lnum) }
  local actions = ask(buffer, 'textDocument/codeAction', params)
  step('action', actions[1] and actions[1].title)
  local action = actions[1].edit and actions[1] or ask(buffer, 'codeAction/resolve', actions[1])
  vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  step('settled', until_true(function()
    return #vim.diagnostic.get(buffer) == 0
  end))
  step('left', codes(buffer))
  step('text', table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n')
end

local ok, message = pcall(run)
if not ok then result.error = tostring(message) end
vim.fn.writefile({ vim.fn.json_encode(result) }, vim.env.DISCLOSURE_AUDIT_RESULT)
vim.cmd('qall!')

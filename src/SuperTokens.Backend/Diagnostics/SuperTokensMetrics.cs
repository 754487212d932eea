using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace SuperTokens.Backend.Diagnostics;

/// <summary>The measurements. Recording costs next to nothing while nobody listens; authenticating a request records none.</summary>
internal sealed class SuperTokensMetrics
{
    // Those of http.client.request.duration, by which dashboards can compare the two.
    private static readonly double[] s_boundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private readonly bool _tagTenants;
    private readonly Counter<long> _signUps;
    private readonly Counter<long> _signIns;
    private readonly Counter<long> _refreshes;
    private readonly Counter<long> _thefts;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _claimFailures;
    private readonly Counter<long> _rateLimited;
    private readonly Counter<long> _coreFailures;
    private readonly Counter<long> _lostAuditEvents;
    private readonly Histogram<double> _coreCalls;

    [SuppressMessage("Reliability", "CA2000", Justification = "The factory disposes of its meters.")]
    public SuperTokensMetrics(IMeterFactory meters, IOptions<SuperTokensDiagnosticsOptions> options)
    {
        _tagTenants = options.Value.TagTenants;
        var meter = meters.Create(SuperTokensDiagnostics.MeterName);
        _signUps = meter.CreateCounter<long>("supertokens.signup.count", "{attempt}", "Attempts to sign up, by recipe and outcome.");
        _signIns = meter.CreateCounter<long>("supertokens.signin.count", "{attempt}", "Attempts to sign in, by recipe and outcome.");
        _refreshes = meter.CreateCounter<long>("supertokens.session.refresh.count", "{attempt}", "Attempts to refresh a session, by outcome.");
        _thefts = meter.CreateCounter<long>("supertokens.session.theft.count", "{session}", "Sessions whose refresh token was used twice.");
        _refusals = meter.CreateCounter<long>("supertokens.session.refusal.count", "{request}", "Requests refused because their session is missing, expired or must be refreshed.");
        _claimFailures = meter.CreateCounter<long>("supertokens.claim.failure.count", "{failure}", "Claims that were not as an endpoint requires, by claim.");
        _rateLimited = meter.CreateCounter<long>("supertokens.ratelimit.refusal.count", "{request}", "Requests refused because a rate limit was reached, by limit.");
        _coreCalls = meter.CreateHistogram("supertokens.core.request.duration", "s", "Duration of calls to the core, retries included.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = s_boundaries });
        _coreFailures = meter.CreateCounter<long>("supertokens.core.failure.count", "{request}", "Calls to the core that got no answer, or none that makes sense.");
        _lostAuditEvents = meter.CreateCounter<long>("supertokens.audit.lost.count", "{event}", "Audit events that no sink got because too many were waiting.");
    }

    /// <summary>Counts an attempt to sign up or in.</summary>
    /// <param name="isSignUp">Whether it was one to sign up.</param>
    /// <param name="attempt">What was attempted.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="errorType">The exception's name, where it is one of the server; else null.</param>
    public void Attempted(bool isSignUp, FlowAttempt attempt, string outcome, string? errorType = null)
    {
        var counter = isSignUp ? _signUps : _signIns;
        if (!counter.Enabled)
        {
            return;
        }

        // Which tenant there is only the core knows. Callers make names up, and each that is measured stays in memory here and in the collector.
        var tags = new TagList { { TagNames.Recipe, attempt.RecipeId }, { TagNames.Outcome, outcome } };
        AddIfSet(ref tags, TagNames.Provider, attempt.ProviderId);
        AddIfSet(ref tags, TagNames.ErrorType, errorType);
        AddIfSet(ref tags, TagNames.Tenant, _tagTenants && outcome is not (Outcomes.Refused or Outcomes.Error or Outcomes.Cancelled) ? attempt.TenantId : null);
        counter.Add(1, tags);
    }

    /// <summary>Counts an attempt to refresh a session.</summary>
    /// <param name="outcome">What it came to.</param>
    /// <param name="tenantId">The session's tenant, where it is known.</param>
    public void Refreshed(string outcome, string? tenantId = null)
    {
        if (_refreshes.Enabled)
        {
            _refreshes.Add(1, OutcomeAndTenant(outcome, tenantId));
        }
    }

    /// <summary>Counts a stolen session.</summary>
    public void TheftDetected() => _thefts.Add(1);

    /// <summary>Counts a request that was answered 401.</summary>
    /// <param name="outcome">What the caller is told to do.</param>
    public void Refused(string outcome) => _refusals.Add(1, new KeyValuePair<string, object?>(TagNames.Outcome, outcome));

    /// <summary>Counts a claim that was not as required.</summary>
    /// <param name="claimId">The validator's id, which the application or a recipe chose.</param>
    public void ClaimFailed(string claimId) => _claimFailures.Add(1, new KeyValuePair<string, object?>(TagNames.Claim, claimId));

    /// <summary>Counts a request that a rate limit refused.</summary>
    /// <param name="limit">The limit's setting.</param>
    public void RateLimited(string limit) => _rateLimited.Add(1, new KeyValuePair<string, object?>(TagNames.Limit, limit));

    /// <summary>Counts an audit event that was lost.</summary>
    public void AuditEventLost() => _lostAuditEvents.Add(1);

    /// <summary>Measures a call to the core.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="template">The path without its variable parts and without the host.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="status">The core's status; null when it did not answer.</param>
    /// <param name="errorType">How it failed; null when it did not.</param>
    /// <param name="duration">How long it took.</param>
    public void CoreCalled(string method, string template, string outcome, int? status, string? errorType, TimeSpan duration)
    {
        if (_coreCalls.Enabled)
        {
            var tags = new TagList { { TagNames.Method, method }, { TagNames.Template, template }, { TagNames.Outcome, outcome } };
            AddIfSet(ref tags, TagNames.Status, status);
            AddIfSet(ref tags, TagNames.ErrorType, errorType);
            _coreCalls.Record(duration.TotalSeconds, tags);
        }

        if (outcome == Outcomes.Error)
        {
            _coreFailures.Add(1, new(TagNames.Method, method), new(TagNames.Template, template), new(TagNames.ErrorType, errorType));
        }
    }

    private static void AddIfSet(ref TagList tags, string name, object? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }

    private TagList OutcomeAndTenant(string outcome, string? tenantId)
    {
        var tags = new TagList { { TagNames.Outcome, outcome } };
        AddIfSet(ref tags, TagNames.Tenant, _tagTenants ? tenantId : null);
        return tags;
    }
}

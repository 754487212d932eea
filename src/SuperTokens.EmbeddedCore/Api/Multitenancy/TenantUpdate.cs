using SuperTokens.EmbeddedCore.Storage;

namespace SuperTokens.EmbeddedCore.Api.Multitenancy;

/// <summary>
/// What a caller wants of a tenant's factors, in each of the three ways the interface had: recipes on or off (CDI 3.0), the same and
/// factors (5.0), factors alone (the <c>v2</c> routes). Source: the core's <c>BaseCreateOrUpdate</c>.
/// </summary>
internal sealed class TenantUpdate
{
    private readonly IReadOnlyDictionary<string, bool> _switches;
    private readonly Factors _first;
    private readonly Factors _secondary;

    private TenantUpdate(IReadOnlyDictionary<string, bool> switches, Factors first, Factors secondary) =>
        (_switches, _first, _secondary) = (switches, first, secondary);

    /// <exception cref="CoreRequestException">400: a field has a wrong type, belongs to another version, or contradicts another.</exception>
    public static Func<TenantRow, TenantRow> Read(CoreRequest request, bool isV2)
    {
        if (isV2)
        {
            foreach (var recipe in TenantRecipe.All)
            {
                if (request.Body.ContainsKey(recipe.Name + "Enabled"))
                {
                    throw CoreRequestException.BadRequest($"{recipe.Name}Enabled is not a valid input for this API");
                }
            }

            return new TenantUpdate(new Dictionary<string, bool>(), Factors.Read(request, "firstFactors"), Factors.Read(request, "requiredSecondaryFactors"))
                .ApplyV2;
        }

        var switches = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var recipe in TenantRecipe.All)
        {
            if (request.GetOptionalBoolean(recipe.Name + "Enabled") is { } isOn)
            {
                switches[recipe.Name] = isOn;
            }
        }

        if (request.Version < CdiVersion.V5_0)
        {
            return new TenantUpdate(switches, Factors.NotGiven, Factors.NotGiven).ApplyV3;
        }

        var update = new TenantUpdate(
            switches,
            Factors.Read(request, "firstFactors").NotEmpty("firstFactors", "first factors"),
            Factors.Read(request, "requiredSecondaryFactors").NotEmpty("requiredSecondaryFactors", "required secondary factors"));
        update.CheckSwitchesAgainst("firstFactors", update._first);
        update.CheckSwitchesAgainst("requiredSecondaryFactors", update._secondary);
        return update.ApplyV5;
    }

    /// <summary>What a tenant starts as: the default one with everything, the others with nothing.</summary>
    public static TenantRow NewTenant(TenantKey key, CdiVersion version, bool isV2)
    {
        var tenant = new TenantRow(key, FirstFactors: null, RequiredSecondaryFactors: null, CoreConfig: []);
        return key.IsDefaultTenant ? tenant : tenant with
        {
            FirstFactors = isV2 || version < CdiVersion.V5_0 ? [] : null,
            DisabledRecipes = isV2 ? [] : [.. TenantRecipe.All.Select(recipe => recipe.Name)],
        };
    }

    private TenantRow ApplyV2(TenantRow tenant)
    {
        if (!_first.IsGiven && !_secondary.IsGiven)
        {
            return tenant;
        }

        // From here on factors alone say what is on.
        return tenant with
        {
            FirstFactors = _first.Or(tenant.FirstFactors ?? (tenant.DisabledRecipes.Count == 0 ? null : FactorsOf(recipe => !recipe.IsDisabled(tenant)))),
            RequiredSecondaryFactors = _secondary.Or(tenant.RequiredSecondaryFactors) is { Count: > 0 } required ? required : null,
            DisabledRecipes = [],
        };
    }

    private TenantRow ApplyV3(TenantRow tenant)
    {
        var switchedOn = TenantRecipe.All.Where(recipe => IsSwitched(recipe, on: true) && !recipe.IsOn(tenant, CdiVersion.V4_0)).ToList();
        var disabled = tenant.DisabledRecipes.Except(switchedOn.Select(recipe => recipe.Name)).ToList();
        var off = TenantRecipe.All.Where(recipe => disabled.Contains(recipe.Name) || IsSwitched(recipe, on: false)).ToList();
        var first = tenant.FirstFactors?.Union(switchedOn.SelectMany(recipe => recipe.Factors));
        if (first is null && off.Count > 0)
        {
            first = FactorsOf(_ => true);
        }

        return tenant with { FirstFactors = first is null ? null : [.. Without(first, off)], DisabledRecipes = disabled };
    }

    private TenantRow ApplyV5(TenantRow tenant)
    {
        if (tenant.FirstFactors is { Count: 0 } && TenantRecipe.All.Any(recipe => IsSwitched(recipe, on: true)))
        {
            tenant = tenant with { FirstFactors = null, DisabledRecipes = [.. TenantRecipe.All.Select(recipe => recipe.Name)] };
        }

        var off = TenantRecipe.All.Where(recipe => IsSwitched(recipe, on: false)).ToList();
        // Naming a factor switches its recipe on.
        var named = TenantRecipe.All
            .Where(recipe => !recipe.IsOn(tenant, CdiVersion.V5_0) && (_first.Names(recipe) || _secondary.Names(recipe)))
            .ToList();
        var disabled = TenantRecipe.All
            .Where(recipe => _switches.TryGetValue(recipe.Name, out var on) ? !on : recipe.IsDisabled(tenant) && !named.Contains(recipe))
            .Select(recipe => recipe.Name)
            .ToList();
        var first = _first.Or(tenant.FirstFactors is null ? null : [.. Without(tenant.FirstFactors, off)]);
        if (first is null && !_first.IsGiven && named.Exists(recipe => _secondary.Names(recipe) && !IsSwitched(recipe, on: true)))
        {
            // A recipe that is on only as a second factor is no first one.
            first = FactorsOf(recipe => !recipe.IsDisabled(tenant) ? !IsSwitched(recipe, on: false) : IsSwitched(recipe, on: true));
        }

        return tenant with
        {
            FirstFactors = first,
            RequiredSecondaryFactors = _secondary.Or(
                tenant.RequiredSecondaryFactors is null ? null : [.. Without(tenant.RequiredSecondaryFactors, off)]) is { Count: > 0 } required ? required : null,
            DisabledRecipes = disabled,
        };
    }

    private bool IsSwitched(TenantRecipe recipe, bool on) => _switches.TryGetValue(recipe.Name, out var isOn) && isOn == on;

    private void CheckSwitchesAgainst(string field, Factors factors)
    {
        foreach (var recipe in TenantRecipe.All.Where(recipe => IsSwitched(recipe, on: false)))
        {
            if (factors.Given?.FirstOrDefault(recipe.Has) is { } factor)
            {
                throw CoreRequestException.BadRequest(
                    $"Invalid core config: {field} should not contain '{factor}' because {recipe.Name} is disabled for the tenant.");
            }
        }
    }

    private static IReadOnlyList<string> FactorsOf(Func<TenantRecipe, bool> wanted) =>
        [.. TenantRecipe.All.Where(wanted).SelectMany(recipe => recipe.Factors)];

    private static IEnumerable<string> Without(IEnumerable<string> factors, List<TenantRecipe> recipes) =>
        factors.Where(factor => !recipes.Exists(recipe => recipe.Has(factor)));

    /// <summary>A list of factors in a request: absent, null (which unsets), or given.</summary>
    private sealed record Factors(bool IsGiven, IReadOnlyList<string>? Given)
    {
        private const int MaxFactorLength = 128;

        public static readonly Factors NotGiven = new(IsGiven: false, Given: null);

        public static Factors Read(CoreRequest request, string field)
        {
            if (!request.Body.TryGetPropertyValue(field, out var value) || value is null)
            {
                return new Factors(IsGiven: request.Body.ContainsKey(field), Given: null);
            }

            var factors = request.GetOptionalStrings(field)!;
            if (factors.Distinct(StringComparer.Ordinal).Count() != factors.Count)
            {
                throw CoreRequestException.BadRequest($"{field} input should not contain duplicate values");
            }

            if (!factors.All(factor => factor.Length > 0 && factor.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-')))
            {
                throw CoreRequestException.BadRequest($"{field} should contain only 0-9,a-z,A-Z,_,.,- characters");
            }

            foreach (var factor in factors)
            {
                CoreRequestException.CheckLength(factor, MaxFactorLength, field);
            }

            return new Factors(IsGiven: true, factors);
        }

        public Factors NotEmpty(string field, string what) => Given is { Count: 0 }
            ? throw CoreRequestException.BadRequest($"{field} cannot be empty. Set null instead to remove all {what}.")
            : this;

        public bool Names(TenantRecipe recipe) => Given?.Any(recipe.Has) == true;

        public IReadOnlyList<string>? Or(IReadOnlyList<string>? current) => IsGiven ? Given : current;
    }
}

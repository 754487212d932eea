namespace SuperTokens.Backend.Hosting.Doctor;

/// <summary>The ids of findings, which are the event ids of their log lines: 1500 to 1599. An id keeps its meaning for good; docs/doctor.md lists them.</summary>
internal static class DoctorIds
{
    public const int SettingsRefused = 1500;

    public const int ApiDomainIsLocal = 1501;
    public const int WebsiteDomainIsLocal = 1502;
    public const int ApiWithoutTls = 1503;
    public const int MixedContent = 1504;
    public const int PathInDomain = 1505;
    public const int ListensElsewhere = 1506;

    public const int CookiesDropped = 1510;
    public const int CookiesNotSentAcrossSites = 1511;
    public const int ThirdPartyCookies = 1512;
    public const int TwoNamesOfThisMachine = 1513;
    public const int CookieDomainElsewhere = 1514;
    public const int CookiesReadableOnTheWay = 1515;
    public const int SecureCookiesOverHttp = 1516;
    public const int NoAntiCsrf = 1517;

    public const int AnyOriginWithCredentials = 1520;
    public const int NoCors = 1521;
    public const int CorsWithoutCredentials = 1522;
    public const int CorsWithoutHeaders = 1523;

    public const int NotInPipeline = 1530;
    public const int AuthorizationBeforeCors = 1531;
    public const int UsedTwice = 1532;
    public const int RoutingAfterSuperTokens = 1533;

    public const int RouteNeverRuns = 1540;

    public const int CoreUnreachable = 1550;
    public const int CoreRefusesKey = 1551;
    public const int NotACore = 1552;
    public const int NoCommonVersion = 1553;
    public const int CoreLacksSecurityFix = 1554;
    public const int CoreWithoutTls = 1555;

    public const int LicenceMissing = 1560;

    public const int EmbeddedCoreOutsideDevelopment = 1570;

    public const int NoCoreKey = 1580;
    public const int SecretInFile = 1581;
    public const int ProviderSecretMissing = 1582;
    public const int NoSender = 1583;

    public const int CheckFailed = 1599;
}

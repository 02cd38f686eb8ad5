//! The kinds of things that the plan builds, repairs or buys: a vocabulary of ours.

codes! {
    /// What is built, repaired or bought.
    Thing {
        // Schools and childhood.
        Nursery => "nursery",
        InfantSchool => "infant_school",
        PrimarySchool => "primary_school",
        LowerSecondarySchool => "lower_secondary_school",
        UpperSecondarySchool => "upper_secondary_school",
        /// A centre for the years from nought to six.
        ChildhoodCentre => "childhood_centre",
        /// No text says which.
        School => "school",
        /// Several, of which no text says which.
        Schools => "schools",
        SchoolGym => "school_gym",
        Canteen => "canteen",
        Kitchen => "kitchen",
        University => "university",
        StudentHousing => "student_housing",
        Laboratory => "laboratory",
        // Sport.
        Gym => "gym",
        SwimmingPool => "swimming_pool",
        SportsField => "sports_field",
        SportsHall => "sports_hall",
        GolfCourse => "golf_course",
        Stadium => "stadium",
        SportsCentre => "sports_centre",
        SkatePark => "skate_park",
        // Culture.
        Library => "library",
        Archive => "archive",
        Theatre => "theatre",
        Cinema => "cinema",
        Museum => "museum",
        Auditorium => "auditorium",
        /// A room for meetings, parties and courses.
        CommonRoom => "common_room",
        CulturalCentre => "cultural_centre",
        Church => "church",
        Convent => "convent",
        Castle => "castle",
        Tower => "tower",
        Villa => "villa",
        Palace => "palace",
        Walls => "walls",
        ArchaeologicalSite => "archaeological_site",
        RuralBuilding => "rural_building",
        Village => "village",
        // Green.
        Park => "park",
        Garden => "garden",
        BotanicalGarden => "botanical_garden",
        Playground => "playground",
        Forest => "forest",
        Path => "path",
        // Health and care.
        HealthHouse => "health_house",
        CommunityHospital => "community_hospital",
        /// A "centrale operativa territoriale".
        CareCoordinationCentre => "care_coordination_centre",
        Hospital => "hospital",
        HospitalWard => "hospital_ward",
        EmergencyRoom => "emergency_room",
        OperatingTheatre => "operating_theatre",
        IntensiveCare => "intensive_care",
        Clinic => "clinic",
        HealthDistrict => "health_district",
        HealthPost => "health_post",
        FamilyClinic => "family_clinic",
        CareHome => "care_home",
        Pharmacy => "pharmacy",
        // Machines of hospitals.
        CtScanner => "ct_scanner",
        MriScanner => "mri_scanner",
        Mammograph => "mammograph",
        Ultrasound => "ultrasound",
        XRay => "x_ray",
        Angiograph => "angiograph",
        LinearAccelerator => "linear_accelerator",
        PetScanner => "pet_scanner",
        GammaCamera => "gamma_camera",
        // Streets and transport.
        Road => "road",
        /// Several, of which no text says which.
        Roads => "roads",
        Bridge => "bridge",
        Bridges => "bridges",
        RoadTunnel => "tunnel",
        CarPark => "car_park",
        CyclePath => "cycle_path",
        FootCyclePath => "foot_cycle_path",
        Square => "square",
        PublicSpace => "public_space",
        AccessiblePath => "accessible_path",
        StreetLamps => "street_lamps",
        ChargingPoint => "charging_point",
        RailLine => "rail_line",
        Station => "station",
        Interchange => "interchange",
        Tramway => "tramway",
        Metro => "metro",
        Bus => "bus",
        ElectricBus => "electric_bus",
        BusDepot => "bus_depot",
        Train => "train",
        Port => "port",
        Pier => "pier",
        Airport => "airport",
        FreightTerminal => "freight_terminal",
        // Water and earth.
        Aqueduct => "aqueduct",
        Sewer => "sewer",
        DepurationPlant => "depuration_plant",
        WaterTreatmentPlant => "water_treatment_plant",
        Reservoir => "reservoir",
        IrrigationNetwork => "irrigation_network",
        PumpingStation => "pumping_station",
        Canal => "canal",
        RiverBank => "river_bank",
        Slope => "slope",
        Promenade => "promenade",
        Coast => "coast",
        // Waste and energy.
        Dump => "dump",
        WasteCentre => "waste_centre",
        RecyclingPlant => "recycling_plant",
        CompostPlant => "compost_plant",
        WasteBins => "waste_bins",
        ContaminatedSite => "contaminated_site",
        SolarPlant => "solar_plant",
        SolarPlants => "solar_plants",
        HydroPlant => "hydro_plant",
        BiogasPlant => "biogas_plant",
        HydrogenPlant => "hydrogen_plant",
        DistrictHeating => "district_heating",
        PowerGrid => "power_grid",
        // Networks.
        Broadband => "broadband",
        DataCentre => "data_centre",
        // Houses and offices.
        Housing => "housing",
        /// Of which no text says that they are social housing.
        TownFlats => "town_flats",
        ElderHousing => "elder_housing",
        CoHousing => "co_housing",
        Shelter => "shelter",
        CommunityCentre => "community_centre",
        FamilyCentre => "family_centre",
        ElderCentre => "elder_centre",
        YouthCentre => "youth_centre",
        MeetingPlace => "meeting_place",
        ToyLibrary => "toy_library",
        DayCentre => "day_centre",
        DisabilityCentre => "disability_centre",
        TownHall => "town_hall",
        Court => "court",
        Prison => "prison",
        Barracks => "barracks",
        FireStation => "fire_station",
        CivilProtectionCentre => "civil_protection_centre",
        Office => "office",
        PublicBuilding => "public_building",
        PublicBuildings => "public_buildings",
        // Trade and land.
        Market => "market",
        Farm => "farm",
        Mill => "mill",
        Factory => "factory",
        Hotel => "hotel",
        MountainHut => "mountain_hut",
        Cemetery => "cemetery",
        Slaughterhouse => "slaughterhouse",
        Fountain => "fountain",
        Well => "well",
        Spring => "spring",
        /// Where water for drinking is drawn in bottles.
        WaterKiosk => "water_kiosk",
        Warehouse => "warehouse",
    }
}

impl Thing {
    /// Machines of hospitals: they are bought, and put into a building.
    pub const MACHINES: [Thing; 9] = [
        Thing::CtScanner,
        Thing::MriScanner,
        Thing::Mammograph,
        Thing::Ultrasound,
        Thing::XRay,
        Thing::Angiograph,
        Thing::LinearAccelerator,
        Thing::PetScanner,
        Thing::GammaCamera,
    ];

    /// Houses, and what is put into one.
    pub fn is_house(self) -> bool {
        use Thing::*;
        (Nursery..=Gym).contains(&self)
            || (Library..=Palace).contains(&self)
            || (HealthHouse..=CareHome).contains(&self)
            || (Housing..=Barracks).contains(&self)
    }
}
